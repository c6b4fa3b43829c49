-- What readers' lists need beyond what is written: indexes for filters, and a counter of changes that tells when a count that is
-- kept in memory is no longer true, on this node or another.
create index publication_by_subject on disclosure.publication (subject_code, formed_on desc, item_id desc);
create index publication_by_genre on disclosure.publication (genre_code, formed_on desc, item_id desc);

-- One row per kind of back-end number, so that publications that run at once do not wait for each other; the sum is the version.
create table disclosure.publication_version (
    slot    int primary key,
    version bigint not null
);
create function disclosure.publication_changed() returns trigger language plpgsql as $$
begin
    insert into disclosure.publication_version as v (slot, version) values (pg_backend_pid() % 1024, 1)
    on conflict (slot) do update set version = v.version + 1;
    return null;
end $$;
create trigger publication_changed after insert or update or delete or truncate on disclosure.publication
    for each statement execute function disclosure.publication_changed();

create index withdrawal_by_item on disclosure.withdrawal (item_id, at desc);
create index edition_history on disclosure.edition (item_id, number desc) where state in ('PUBLISHED', 'SUPERSEDED');
