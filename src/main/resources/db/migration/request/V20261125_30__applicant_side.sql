-- What an applicant thinks of how it was handled; once, after the end.
create table request.rating (
    application_id bigint primary key references request.application,
    stars          int not null check (stars between 1 and 5),
    words          bytea,
    rated_at       timestamptz not null
);

-- What the applicant took from the tracking page, and when: the record of service online.
create table request.taken (
    application_id bigint not null references request.application,
    what           text not null,
    first_at       timestamptz not null,
    times          int not null,
    primary key (application_id, what)
);

-- Codes by which those who are asked for their opinion answer themselves; only the newest of a consultation is good.
create table request.opinion_code (
    application_id bigint not null references request.application,
    consultation   int not null,
    code_hash      text not null unique,
    issued_at      timestamptz not null,
    primary key (application_id, consultation)
);
