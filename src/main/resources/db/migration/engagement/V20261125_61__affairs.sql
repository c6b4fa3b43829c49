-- Something that an organ announces: an answer to a public concern, a press conference or interview, a consultation, a yearly rating.
create table engagement.affair (
    id                bigint generated always as identity primary key,
    kind              text not null,
    organ_id          bigint not null,
    organ_name        text not null,
    state             text not null,
    version           int not null,
    title             text not null,
    about             text not null,
    starts_on         date,
    ends_on           date,
    at_time           text not null,
    place             text not null,
    questions_until   date,
    basis             text,
    shortened_because text not null,
    -- accounts of all who wrote it; none of them may publish it
    writers           bigint[] not null,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    published_at      timestamptz,
    published_by      text not null
);
create index on engagement.affair (kind, published_at desc, id desc) where state = 'PUBLISHED';
create index on engagement.affair (organ_id, changed_at desc);

create table engagement.affair_person (
    affair_id bigint not null references engagement.affair,
    position  int not null,
    name      text not null,
    post      text not null,
    -- 主要负责同志
    principal boolean not null,
    primary key (affair_id, position)
);

-- Letters, items and other things it has to do with: a reference that only the module of its kind understands.
create table engagement.affair_link (
    affair_id bigint not null references engagement.affair,
    kind      text not null,
    reference text not null,
    primary key (affair_id, kind, reference)
);
create index on engagement.affair_link (kind, reference);

create table engagement.affair_event (
    id        bigint generated always as identity primary key,
    affair_id bigint not null references engagement.affair,
    action    text not null,
    at        timestamptz not null,
    by_id     bigint not null,
    by_name   text not null,
    note      text not null
);
create index on engagement.affair_event (affair_id, id);

-- What is added once it is announced: a response, the record, the replay, the summary. Written by one and released by another.
create table engagement.affair_part (
    id            bigint generated always as identity primary key,
    affair_id     bigint not null references engagement.affair,
    kind          text not null,
    state         text not null,
    way           text,
    on_day        date not null,
    text          text not null,
    reference     text not null,
    organ_id      bigint not null,
    organ_name    text not null,
    written_by    bigint not null,
    writer_name   text not null,
    written_at    timestamptz not null,
    released_by   text not null,
    released_at   timestamptz
);
create index on engagement.affair_part (affair_id, on_day);

-- Questions before a conference and opinions on a draft. What was written is sealed; the public reads what was prepared of it.
create table engagement.contribution (
    id          bigint generated always as identity primary key,
    affair_id   bigint not null references engagement.affair,
    state       text not null,
    version     int not null,
    received_at timestamptz not null,
    received_on date not null,
    words       bytea,
    contact     bytea,
    suspect     boolean not null,
    shown       text not null,
    answer      text not null,
    adoption    text,
    prepared_by bigint,
    prepared_by_name text not null,
    released_by text not null
);
create index on engagement.contribution (affair_id, state, id);

-- One row a rating of an organ; whoever rated is a keyed hash of the network address that means nothing in another rating.
create table engagement.rating_vote (
    affair_id bigint not null references engagement.affair,
    organ_id  bigint not null,
    voter     bytea not null,
    slot      int not null,
    score     int not null check (score between 1 and 5),
    cast_on   date not null,
    primary key (affair_id, organ_id, voter, slot)
);

create view engagement.fact_concern as
select min(p.on_day) as occurred_on, a.organ_id, 'affair:' || a.id as ref
  from engagement.affair a join engagement.affair_part p on p.affair_id = a.id
 where a.kind = 'CONCERN' and a.state = 'PUBLISHED' and p.kind = 'RESPONSE' and p.state = 'RELEASED'
 group by a.id;

create view engagement.fact_response as
select p.on_day as occurred_on, p.organ_id, 'response:' || p.id as ref, p.way, 'affair:' || a.id as concern
  from engagement.affair a join engagement.affair_part p on p.affair_id = a.id
 where a.kind = 'CONCERN' and a.state = 'PUBLISHED' and p.kind = 'RESPONSE' and p.state = 'RELEASED';

-- Held, that is recorded or shown again afterwards.
create view engagement.fact_conference as
select a.starts_on as occurred_on, a.organ_id, 'affair:' || a.id as ref, a.kind,
       exists (select 1 from engagement.affair_person s where s.affair_id = a.id and s.principal) as principal
  from engagement.affair a
 where a.kind in ('CONFERENCE', 'INTERVIEW') and a.state = 'PUBLISHED'
   and exists (select 1 from engagement.affair_part p
                where p.affair_id = a.id and p.kind in ('RECORD', 'REPLAY') and p.state = 'RELEASED');

create view engagement.fact_consultation as
select a.starts_on as occurred_on, a.organ_id, 'affair:' || a.id as ref, coalesce(a.basis, '') as basis,
       (select count(*) from engagement.contribution c where c.affair_id = a.id and c.state <> 'DISCARDED')::int as opinions,
       (select count(*) from engagement.contribution c
         where c.affair_id = a.id and c.state <> 'DISCARDED' and c.adoption in ('ADOPTED', 'PARTLY'))::int as adopted
  from engagement.affair a where a.kind = 'CONSULTATION' and a.state = 'PUBLISHED';

create view engagement.fact_rating as
select v.cast_on as occurred_on, v.organ_id, 'affair:' || v.affair_id as ref, v.score
  from engagement.rating_vote v;
