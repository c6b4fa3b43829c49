-- The file of a closed case as one document. Its bytes lie in the store of files, sealed with a key of their own; without the key they are noise.
create table request.archive (
    application_id bigint primary key references request.application,
    file           text not null,
    key            bytea,
    papers         int not null,
    version        int not null,
    made_at        timestamptz not null,
    made_by        text not null
);

-- When what names people was erased because the time for keeping it was over.
alter table request.application add column erased_on date;
create index application_to_erase on request.application (closed_on) where closed_on is not null and erased_on is null;
