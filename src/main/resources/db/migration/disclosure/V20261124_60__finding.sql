-- The calendar of publications reads by the time at which an item first stood on the website, the page of normative documents only
-- what has a validity.
create index publication_by_first_time on disclosure.publication (first_published_at);
create index publication_normative on disclosure.publication (formed_on desc, item_id desc) where validity is not null;

-- Which document took the place of another, or changed it; the validity itself is part of what was reviewed.
create table disclosure.replacement (
    item_id       bigint not null references disclosure.item,
    by_item_id    bigint not null references disclosure.item,
    kind          text not null,
    noted_by_name text not null,
    noted_at      timestamptz not null,
    primary key (item_id, by_item_id),
    check (item_id <> by_item_id)
);
create index on disclosure.replacement (by_item_id);
