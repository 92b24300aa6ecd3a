-- What an export has is found, and taken away, without looking at what others have.
create index record_of_export on record (unit, export);
create index payment_of_export on payment (unit, export);
