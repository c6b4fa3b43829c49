create schema visit;

-- Visitors of the whole site on a day; who they were is kept nowhere.
create table visit.day (
    day    date primary key,
    visits bigint not null
);

-- Visitors of a page on a day; after some months one row stands for a month, under its first day.
create table visit.page (
    path   text not null,
    day    date not null,
    visits bigint not null,
    primary key (path, day)
);
create index on visit.page (day);

-- Whether the site shows its numbers to everybody.
create table visit.setting (
    only_row boolean primary key default true check (only_row),
    shown    boolean not null
);
insert into visit.setting (shown) values (false);
