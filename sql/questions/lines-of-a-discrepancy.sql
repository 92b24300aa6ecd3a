-- On which lines does the evidence of a discrepancy stand?
select file, line from discrepancy_source
where unit = :unit and discrepancy = :discrepancy
order by file, line
