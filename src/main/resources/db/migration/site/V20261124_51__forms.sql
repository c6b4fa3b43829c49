create schema if not exists site;

-- With what the forms of this installation are signed, on all its nodes.
create table site.form_key (
    one boolean primary key default true check (one),
    key bytea not null
);
insert into site.form_key (key)
values (sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea));

-- Forms that did their work, so that sending one twice does it once.
create table site.used_form (
    token   text primary key,
    outcome text not null,
    used_at timestamptz not null
);
create index on site.used_form (used_at);
