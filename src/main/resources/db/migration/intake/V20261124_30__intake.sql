create schema intake;

-- Settings that are kept under a name, to be used for the next delivery of the same kind.
create table intake.mapping (
    id       bigint generated always as identity primary key,
    organ_id bigint not null,
    name     text not null,
    plan     text not null,
    saved_at timestamptz not null,
    unique (organ_id, name)
);

create table intake.job (
    id          bigint generated always as identity primary key,
    organ_id    bigint not null,
    kind        text not null,
    name        text not null,
    place       text not null,
    plan        text not null,
    state       text not null,
    actor       text not null,
    rows_total  bigint,
    rows_read   bigint not null default 0,
    rows_taken  bigint not null default 0,
    rows_known  bigint not null default 0,
    rows_refused bigint not null default 0,
    failure     text,
    created_at  timestamptz not null,
    ended_at    timestamptz
);
create index on intake.job (organ_id, id desc);
create index job_open on intake.job (id) where state in ('WAITING', 'RUNNING');

-- Why a row was not taken, or what is odd about one that was: one line for each reason.
create table intake.remark (
    id         bigint generated always as identity primary key,
    job_id     bigint not null references intake.job,
    row_number bigint not null,
    row_key    text not null,
    refused    boolean not null,
    field      text,
    reason     text not null,
    arguments  text[] not null
);
create index on intake.remark (job_id, row_number, id);

-- Rows that one transaction took; the index has them when indexed_at is set.
create table intake.batch (
    id         bigint generated always as identity primary key,
    job_id     bigint not null references intake.job,
    at         timestamptz not null,
    indexed_at timestamptz
);
create index batch_unindexed on intake.batch (id) where indexed_at is null;

-- What was taken from where. The primary key is what keeps two imports from taking the same row twice.
create table intake.taken (
    organ_id   bigint not null,
    source     text not null,
    key        text not null,
    row_hash   text not null,
    row_number bigint not null,
    job_id     bigint not null,
    batch_id   bigint not null,
    item_id    bigint,
    primary key (organ_id, source, key)
);
create index on intake.taken (batch_id);

-- Where an item stood on a former site: path and query of its old address.
create table intake.old_address (
    address text primary key,
    item_id bigint not null
);
create index on intake.old_address (item_id);
