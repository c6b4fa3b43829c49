create schema file;

-- What is in the folder of files; the name of a file there is its hash.
create table file.file (
    hash      varchar(64) primary key check (hash ~ '^[0-9a-f]{64}$'),
    type      text not null,
    size      bigint not null check (size > 0),
    stored_at timestamptz not null
);
