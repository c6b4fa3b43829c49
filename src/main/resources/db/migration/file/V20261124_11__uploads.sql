-- Files that are on their way in; their bytes lie in the folder uploads of the data directory until they are whole.
create table file.upload (
    id         uuid primary key,
    -- account of the uploader, and what the file is for (disclosure.edition:12)
    owner      bigint not null,
    purpose    text not null,
    name       text not null,
    size       bigint not null check (size > 0),
    received   bigint not null default 0,
    touched_at timestamptz not null,
    unique (owner, purpose, name, size),
    check (received <= size)
);
