-- Columns of lists of people that were masked in a draft, in its text or in a public copy; what those who review see beside it.
create table disclosure.masking (
    id         bigint generated always as identity primary key,
    edition_id bigint not null references disclosure.edition,
    -- 'bodyHtml', or the name of the attachment
    place      text not null,
    -- of the sheet; empty when it has none
    table_name text not null default '',
    -- heading and mask, parted by a tab
    columns    text[] not null check (cardinality(columns) > 0),
    row_count  int not null,
    by_id      bigint not null,
    by_name    text not null,
    at         timestamptz not null
);
create index on disclosure.masking (edition_id);

-- What an organ last decided for columns of this heading: the proposal for the next list.
create table disclosure.column_mask (
    organ_id bigint not null,
    heading  text not null check (heading <> ''),
    mask     text not null,
    by_name  text not null,
    at       timestamptz not null,
    primary key (organ_id, heading)
);
