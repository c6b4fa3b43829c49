-- Which papers belong to which application. Most of their hashes stand in sealed words, where nobody can look for them.
create table request.file_use (
    application_id bigint not null references request.application,
    hash           text not null,
    primary key (application_id, hash)
);
create index on request.file_use (hash);
insert into request.file_use select distinct id, unnest(files) from request.application;
create index on request.archive (file);
