create schema organ;

create table organ.region (
    code        varchar(12) primary key,
    parent_code varchar(12) references organ.region,
    name        text not null
);

create sequence organ.organ_id;

create table organ.organ (
    id                 bigint primary key,
    parent_id          bigint references organ.organ,
    path               text not null,
    region_code        varchar(12) not null references organ.region,
    kind               text not null,
    code               text not null constraint organ_code unique,
    name               text not null,
    short_name         text not null,
    name_en            text,
    position           int not null default 0,
    opened_on          date not null,
    closed_on          date,
    successor_id       bigint references organ.organ,
    address            text not null default '',
    post_code          text not null default '',
    phone              text not null default '',
    fax                text not null default '',
    email              text not null default '',
    office_hours       text not null default '',
    contact_changed_at timestamptz not null default now(),
    version            int not null default 1,
    check (closed_on is null or closed_on >= opened_on),
    check (successor_id is null or closed_on is not null),
    check (successor_id <> id and parent_id <> id)
);
create index organ_path on organ.organ (path text_pattern_ops);

-- What an organ was called, and from when to when; the open row is today's name.
create table organ.organ_name (
    organ_id   bigint not null references organ.organ,
    from_date  date not null,
    to_date    date,
    name       text not null,
    short_name text not null,
    name_en    text,
    primary key (organ_id, from_date),
    check (to_date > from_date)
);
create unique index organ_name_now on organ.organ_name (organ_id) where to_date is null;

-- One number for the whole tree. Whoever changes the tree raises it first and so waits for others who do;
-- every node compares it to know whether what it keeps in memory still holds.
create table organ.revision (
    one    boolean primary key default true check (one),
    number bigint not null
);
insert into organ.revision (number) values (1);
