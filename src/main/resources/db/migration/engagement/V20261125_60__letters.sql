create schema engagement;

-- Numbers need no order and may have gaps, so that letters that come at the same time do not wait for each other.
create sequence engagement.letter_serial;

-- A letter to the opinion box. What its writer said is sealed beside it; the title here is the one with personal data masked.
create table engagement.letter (
    id          bigint generated always as identity primary key,
    number      text not null unique,
    kind        text not null,
    origin      text not null,
    organ_id    bigint not null,
    state       text not null,
    version     int not null,
    title       text not null,
    -- address of the page with the mistake
    page        text not null,
    may_publish boolean not null,
    -- looks like an advertisement or a repetition; a person decides
    suspect     boolean not null,
    received_on date not null,
    received_at timestamptz not null,
    -- SM3 of the query code; the code is shown once and never kept
    code_hash   text not null unique,
    since       timestamptz not null,
    merged_into bigint references engagement.letter,
    replied_on  date,
    -- working days from receipt to reply, as the calendar stood on the day of the reply
    worked_days int
);
create index letter_open on engagement.letter (organ_id, received_on) where replied_on is null;
create index letter_received on engagement.letter (received_on, organ_id);
create index letter_replied on engagement.letter (replied_on, organ_id) where replied_on is not null;
create index letter_merged on engagement.letter (merged_into) where merged_into is not null;

-- Title and text as they were written, and who wrote them.
create table engagement.letter_writer (
    letter_id   bigint primary key references engagement.letter,
    title       bytea,
    words       bytea,
    words_index bytea,
    name        bytea,
    name_index  bytea,
    phone       bytea,
    phone_index bytea,
    rest        bytea
);
create index on engagement.letter_writer (words_index);
create index on engagement.letter_writer (name_index) where name_index is not null;
create index on engagement.letter_writer (phone_index) where phone_index is not null;

create table engagement.letter_event (
    id         bigint generated always as identity primary key,
    letter_id  bigint not null references engagement.letter,
    action     text not null,
    from_state text not null,
    to_state   text not null,
    organ_id   bigint not null,
    at         timestamptz not null,
    by_id      bigint not null,
    by_name    text not null,
    by_organ   bigint not null,
    note       bytea
);
create index on engagement.letter_event (letter_id, id);

-- The reply as it was last saved; what was sent is the one that the letter was answered with.
create table engagement.letter_reply (
    letter_id bigint primary key references engagement.letter,
    sealed    bytea not null,
    version   int not null,
    writers   bigint[] not null,
    saved_by  text not null,
    saved_at  timestamptz not null
);

-- What the public reads, with personal data removed. The row is there exactly while the letter stands on the site.
create table engagement.letter_publication (
    letter_id    bigint primary key references engagement.letter,
    number       text not null,
    kind         text not null,
    organ_id     bigint not null,
    organ_name   text not null,
    title        text not null,
    question     text not null,
    answer       text not null,
    received_on  date not null,
    replied_on   date not null,
    published_at timestamptz not null,
    published_by text not null,
    -- why something that looks like personal data stays; empty when nothing does
    kept_because text not null
);
create index on engagement.letter_publication (published_at desc, letter_id desc);
create index on engagement.letter_publication (organ_id, published_at desc);

create table engagement.letter_rating (
    letter_id bigint primary key references engagement.letter,
    score     int not null check (score between 1 and 5),
    remark    bytea,
    rated_on  date not null
);

-- Facts for statistics: one row a letter that is no spam.
create view engagement.fact_letter as
select received_on as occurred_on, organ_id, number as ref, kind, origin,
       case when replied_on is null then 'OPEN' else 'ANSWERED' end as standing
  from engagement.letter where state <> 'SPAM';

create view engagement.fact_letter_reply as
select l.replied_on as occurred_on, l.organ_id, l.number as ref, l.kind, l.origin, l.worked_days,
       coalesce(r.score, 0) as score
  from engagement.letter l left join engagement.letter_rating r on r.letter_id = l.id
 where l.replied_on is not null and l.state <> 'SPAM';
