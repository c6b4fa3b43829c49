-- Links of a draft to other sites, and what came of looking: what those who review are shown. Links within the site need no table.
create table disclosure.link (
    edition_id bigint not null references disclosure.edition,
    -- 'bodyHtml', or the hash of the public copy in which it stands
    place      text not null,
    address    text not null,
    -- what the link is written on
    words      text not null,
    -- null until somebody looked
    standing   text check (standing in ('ALIVE', 'GONE', 'SILENT', 'PRIVATE')),
    told       text not null default '',
    attempts   int not null default 0,
    looked_at  timestamptz,
    -- when to look (again); null when that is done
    due_at     timestamptz,
    primary key (edition_id, place, address)
);
create index link_due on disclosure.link (due_at) where due_at is not null;
create index link_by_address on disclosure.link (address, looked_at) where looked_at is not null;

-- Links that stand in a public copy, found when it was looked through.
create table disclosure.copy_link (
    copy_hash text not null,
    address   text not null,
    words     text not null,
    primary key (copy_hash, address)
);
