create schema calendar;

-- Goes up with every import, so that every node notices.
create table calendar.revision (
    one    boolean primary key default true check (one),
    number bigint not null
);
insert into calendar.revision (number) values (0);

-- A year whose holiday arrangement was imported here; it stands in place of the one that comes with the program.
create table calendar.imported_year (
    year        int primary key check (year between 2007 and 2099),
    source      text not null,
    imported_by text not null,
    imported_at timestamptz not null
);
create table calendar.imported_day (
    day  date primary key,
    kind text not null check (kind in ('off', 'work')),
    name text not null,
    year int not null references calendar.imported_year
);
create index on calendar.imported_day (year);
