-- The words of files that were read for searching, so that each is read once. Derived: it can be thrown away.
create table file.text (
    hash    varchar(64) primary key references file.file,
    text    text not null,
    read_at timestamptz not null
);
