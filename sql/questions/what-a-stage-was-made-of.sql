-- What were the rows of a stage worked out from last?
select document from (
  select 'reconciled' as stage, unit, document from reconciled
  union all
  select 'summarized', unit, document from summarized
) as stages
where unit = :unit and stage = :stage
