-- Which transactions were made for these dossiers?
select
  payment.dossier, code.code as dossier_code, payment.export, payment.row,
  payment_row.transaction_number, payment_row.amount_dong, payment_row.paid, payment_row.outcome
from json_each(:dossiers) as wanted
cross join payment on payment.unit = :unit and payment.dossier = wanted.value
join code on code.unit = payment.unit and code.dossier = payment.dossier
join payment_row on payment_row.unit = payment.unit and payment_row.row = payment.row
order by payment.dossier, payment_row.paid, payment_row.transaction_number, payment.row, payment.export
