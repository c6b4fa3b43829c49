-- Areas of an attachment's pages that were blackened, each with its ground; what reviewers see beside the file.
create table disclosure.redaction (
    id            bigint generated always as identity primary key,
    edition_id    bigint not null references disclosure.edition,
    original_hash text not null,
    -- the public copy that came of it
    copy_hash     text not null,
    page          int not null check (page > 0),
    x             double precision not null,
    y             double precision not null,
    width         double precision not null,
    height        double precision not null,
    ground        text not null check (ground <> ''),
    by_id         bigint not null,
    by_name       text not null,
    at            timestamptz not null
);
create index on disclosure.redaction (edition_id, original_hash);
