-- Numbers of documents, one series an organ and year.
create table request.letter_series (
    organ_id bigint not null,
    year     int not null,
    last     int not null,
    primary key (organ_id, year)
);

-- A letter as it was issued; it never changes. What it says is sealed, because it names people, and can be erased while the row stays.
create table request.letter (
    id              bigint generated always as identity primary key,
    application_id  bigint not null references request.application,
    event           int not null,
    kind            text not null,
    document_number text not null unique,
    version         text not null,
    issued_on       date not null,
    issued_by       bigint not null,
    issued_by_name  text not null,
    hash            text not null,
    sealed          bytea,
    unique (application_id, kind, event)
);
