create schema search;

-- Words that mean the same to who searches; a word stands in one group only.
create table search.synonym_group (
    id      bigint generated always as identity primary key,
    words   text[] not null check (cardinality(words) between 2 and 12),
    version integer not null default 1
);

-- What was looked for and not found, counted by day; nothing of who looked.
create table search.in_vain (
    day   date not null,
    text  varchar(40) not null,
    times integer not null,
    primary key (day, text)
);
