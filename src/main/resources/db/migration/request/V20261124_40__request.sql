create schema request;

create sequence request.application_id;

-- Numbers of the register, one series a year.
create table request.series (
    year int primary key,
    last int not null
);

-- One application. What was asked for and by which way is written once; the columns below "derived" only repeat what the events say, for lists, and
-- can be computed anew from them at any time.
create table request.application (
    id              bigint primary key,
    number          text not null unique,
    channel         text not null,
    applicant_kind  text not null,
    origin_organ_id bigint not null,
    arrived_on      date not null,
    title           text not null,
    description     text not null,
    document_number text not null,
    purpose         text not null,
    form            text not null,
    way             text not null,
    aided_because   text not null,
    -- SM3 of the query code; the code is shown once and never kept
    code_hash       text not null unique,
    -- mark of the form; the same form sent twice is one application
    submission      text not null unique,
    files           text[] not null,
    created_at      timestamptz not null,
    -- derived
    organ_id        bigint not null,
    state           text not null,
    version         int not null,
    regime          text not null,
    received_on     date,
    due_on          date,
    provisional     boolean not null,
    stopped_from    date,
    stopped_until   date,
    stopped_why     text,
    unit            text not null,
    handler_id      bigint,
    handler_name    text not null,
    since           date not null,
    extended        boolean not null,
    result          text,
    closed_on       date,
    in_time         boolean
);
create index application_open on request.application (organ_id, due_on) where closed_on is null;
create index application_closed on request.application (closed_on, organ_id) where closed_on is not null;
create index application_received on request.application (received_on, organ_id);
create index application_arrived on request.application (organ_id, arrived_on);

-- Who applies. Everything that names a person is sealed; erased rows keep their key.
create table request.applicant (
    application_id bigint primary key references request.application,
    name           bytea,
    name_index     bytea,
    identity       bytea,
    identity_index bytea,
    phone          bytea,
    phone_index    bytea,
    -- the other parts, as JSON
    rest           bytea
);
create index on request.applicant (name_index);
create index on request.applicant (identity_index);
create index on request.applicant (phone_index);

-- What happened; the only truth about a case.
create table request.event (
    id             bigint generated always as identity primary key,
    application_id bigint not null references request.application,
    number         int not null,
    action         text not null,
    on_day         date not null,
    at             timestamptz not null,
    by_kind        text not null,
    by_id          bigint not null,
    by_name        text not null,
    by_organ_id    bigint not null,
    facts          jsonb not null,
    unique (application_id, number)
);
create index on request.event (by_id, at) where by_id <> 0;

create function request.keep_event() returns trigger language plpgsql as $$
begin
    raise exception 'an event of a case is never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger event_is_fixed before update or delete on request.event
    for each row execute function request.keep_event();

-- The words beside an event, sealed; erasable while the event stays.
create table request.event_text (
    event_id bigint primary key references request.event,
    sealed   bytea
);

-- What a handler is still writing; not part of the record until it is submitted.
create table request.reply_draft (
    application_id bigint primary key references request.application,
    sealed         bytea not null,
    version        int not null,
    saved_by       bigint not null,
    saved_by_name  text not null,
    saved_at       timestamptz not null
);
-- Everybody who ever saved a draft of the reply: none of them reviews it.
create table request.reply_writer (
    application_id bigint not null references request.application,
    account_id     bigint not null,
    primary key (application_id, account_id)
);
