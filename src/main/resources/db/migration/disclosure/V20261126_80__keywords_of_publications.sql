-- Related items are found by keywords, among many neighbours: these need not be read from the editions, which are long.
alter table disclosure.publication add column keywords text[] not null default '{}';
update disclosure.publication p set keywords = e.keywords from disclosure.edition e where e.id = p.edition_id;
