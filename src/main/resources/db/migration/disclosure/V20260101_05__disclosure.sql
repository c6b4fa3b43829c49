create schema disclosure;

-- A named audience for limited disclosure; whoever gives its code may read.
create table disclosure.audience (
    id         bigint generated always as identity primary key,
    organ_id   bigint not null,
    name       text not null,
    -- SM3 of the code; the code itself is shown once and never kept
    code_hash  text not null unique,
    -- last day on which the code opens it; null without end
    expires_on date,
    renewed_at timestamptz not null,
    closed_at  timestamptz,
    created_at timestamptz not null
);

create sequence disclosure.item_id increment 1;
create sequence disclosure.edition_id increment 1;

create table disclosure.item (
    id           bigint primary key,
    organ_id     bigint not null,
    index_number text unique,
    origin       text not null default 'DRAFTED',
    created_at   timestamptz not null default now()
);
create index on disclosure.item (organ_id);

create table disclosure.edition (
    id              bigint primary key,
    item_id         bigint not null references disclosure.item,
    number          int not null,
    state           text not null,
    version         int not null default 1,
    title           text not null,
    summary         text not null,
    body_html       text not null,
    body_text       text not null,
    document_number text,
    column_id       bigint,
    subject_code    text,
    genre_code      text,
    audience_groups text[] not null default '{}',
    formed_on       date,
    normative       boolean not null default false,
    issued_on       date,
    effective_on    date,
    expires_on      date,
    repealed_on     date,
    validity        text,
    source          text not null default '',
    keywords        text[] not null default '{}',
    attribute       text not null,
    legal_basis     text not null default '',
    review_again_on date,
    scope           text not null default 'PUBLIC',
    audience_id     bigint references disclosure.audience,
    publish_at      timestamptz,
    organ_name      text not null,
    content_hash    text,
    -- message keys of what kept the program from publishing it at its time
    held            text[] not null default '{}',
    handler_id      bigint not null,
    handler_name    text not null,
    submitted_at    timestamptz,
    approved_at     timestamptz,
    published_at    timestamptz,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    unique (item_id, number)
);
-- Only one edition of an item is being worked on, only one is published.
create unique index edition_in_work on disclosure.edition (item_id)
    where state in ('DRAFT', 'SECRECY_REVIEW', 'SECRECY_CONFIRMATION', 'LEADER_REVIEW', 'LEADER_CONFIRMATION', 'APPROVED');
create unique index edition_published on disclosure.edition (item_id) where state = 'PUBLISHED';
create index edition_by_state on disclosure.edition (state, updated_at)
    where state not in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN', 'DISCARDED');
create index edition_due on disclosure.edition (publish_at)
    where state = 'APPROVED' and publish_at is not null and held = '{}';

-- What was submitted is what is reviewed and published: only a draft's content changes, whoever writes here.
create function disclosure.keep_edition() returns trigger language plpgsql as $$
begin
    raise exception 'edition % is %, its content is fixed', old.id, old.state using errcode = 'integrity_constraint_violation';
end $$;
create trigger edition_content_is_fixed before update on disclosure.edition for each row
    when (old.state <> 'DRAFT'
        and row (old.item_id, old.number, old.title, old.summary, old.body_html, old.document_number, old.column_id,
                 old.subject_code, old.genre_code, old.audience_groups, old.formed_on, old.normative, old.issued_on,
                 old.effective_on, old.expires_on, old.repealed_on, old.validity, old.source, old.keywords, old.attribute,
                 old.legal_basis, old.review_again_on, old.scope, old.audience_id)
            is distinct from
            row (new.item_id, new.number, new.title, new.summary, new.body_html, new.document_number, new.column_id,
                 new.subject_code, new.genre_code, new.audience_groups, new.formed_on, new.normative, new.issued_on,
                 new.effective_on, new.expires_on, new.repealed_on, new.validity, new.source, new.keywords, new.attribute,
                 new.legal_basis, new.review_again_on, new.scope, new.audience_id))
    execute function disclosure.keep_edition();

-- Who wrote in a draft (saved_at) or has it open now (seen_at).
create table disclosure.edition_editor (
    edition_id   bigint not null references disclosure.edition,
    account_id   bigint not null,
    account_name text not null,
    seen_at      timestamptz not null,
    saved_at     timestamptz,
    primary key (edition_id, account_id)
);

-- Text that another person's text took the place of, or that met a newer one; nobody's text is lost.
create table disclosure.draft_copy (
    id           bigint generated always as identity primary key,
    edition_id   bigint not null references disclosure.edition,
    account_id   bigint not null,
    account_name text not null,
    at           timestamptz not null,
    title        text not null,
    summary      text not null,
    body_html    text not null
);
create index on disclosure.draft_copy (edition_id, at desc);

-- What stands on the website now: one row per item, narrow, for lists and counts. The row goes when the item is withdrawn.
create table disclosure.publication (
    item_id            bigint primary key references disclosure.item,
    edition_id         bigint not null references disclosure.edition,
    visibility_key     text not null,
    first_published_at timestamptz not null,
    published_at       timestamptz not null,
    organ_id           bigint not null,
    organ_name         text not null,
    column_id          bigint not null,
    subject_code       text,
    genre_code         text,
    audience_groups    text[] not null default '{}',
    year               int not null,
    formed_on          date not null,
    index_number       text not null,
    title              text not null,
    document_number    text,
    validity           text
);
create index publication_by_date on disclosure.publication (formed_on desc, item_id desc);
create index publication_by_organ on disclosure.publication (organ_id, formed_on desc, item_id desc);
create index publication_by_column on disclosure.publication (column_id, formed_on desc, item_id desc);
create index publication_by_news on disclosure.publication (published_at desc, item_id desc);

create table disclosure.withdrawal (
    item_id      bigint not null references disclosure.item,
    edition_id   bigint primary key references disclosure.edition,
    reason_code  text not null,
    note         text not null,
    emergency    boolean not null,
    by_id        bigint not null,
    by_name      text not null,
    at           timestamptz not null,
    visibility_key text not null
);

-- The written review record: one row per act, never changed.
create table disclosure.review_step (
    id           bigint generated always as identity primary key,
    edition_id   bigint not null references disclosure.edition,
    stage        text not null,
    action       text not null,
    actor_id     bigint not null,
    actor_name   text not null,
    organ_id     bigint not null,
    opinion      text not null,
    content_hash text not null,
    at           timestamptz not null
);
create index on disclosure.review_step (edition_id, id);
create function disclosure.keep_step() returns trigger language plpgsql as $$
begin
    raise exception 'a review step is never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger review_step_is_fixed before update or delete on disclosure.review_step
    for each row execute function disclosure.keep_step();

-- A question to another organ during review (release coordination, Article 11 of the 2019 Regulations).
create table disclosure.confirmation (
    id             bigint generated always as identity primary key,
    edition_id     bigint not null references disclosure.edition,
    asked_organ_id bigint not null,
    question       text not null,
    asked_by       bigint not null,
    asked_by_name  text not null,
    asked_at       timestamptz not null,
    -- null while open and when the question was cancelled
    agreed         boolean,
    answer         text,
    answered_by    bigint,
    answered_name  text,
    answered_at    timestamptz
);
create index on disclosure.confirmation (edition_id);
create unique index confirmation_open on disclosure.confirmation (edition_id) where answered_at is null;

-- Something an officer must be told: one person, or whoever holds a role for an organ.
create table disclosure.notice (
    id         bigint generated always as identity primary key,
    account_id bigint,
    organ_id   bigint,
    role       text,
    kind       text not null,
    edition_id bigint not null references disclosure.edition,
    detail     text[] not null default '{}',
    at         timestamptz not null,
    read_at    timestamptz,
    check ((account_id is null) <> (organ_id is null)),
    check ((organ_id is null) = (role is null))
);
create index on disclosure.notice (account_id, at desc) where read_at is null;
create index on disclosure.notice (organ_id, role, at desc) where read_at is null;

-- By which ways an information went out; WEBSITE rows stand beside a publication.
create table disclosure.release (
    item_id     bigint not null references disclosure.item,
    channel     text not null,
    released_on date not null,
    reference   text not null default '',
    primary key (item_id, channel)
);
create index on disclosure.release (channel, released_on);

create table disclosure.edition_file (
    edition_id bigint not null references disclosure.edition,
    file_hash  text not null,
    primary key (edition_id, file_hash)
);
create index on disclosure.edition_file (file_hash);
