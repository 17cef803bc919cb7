-- The list of customers counts what was filed about each of late.
create index items_customer_filed on items (customer_id, filed_at);
