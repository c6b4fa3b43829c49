-- An interpretation is an item of its own; this is its link to the item that it explains.
create table engagement.interpretation (
    item_id      bigint primary key,
    explains_id  bigint not null,
    organ_id     bigint not null,
    form         text not null,
    -- address of a recording; empty when there is none
    recording    text not null,
    expert_id    bigint,
    linked_by    text not null,
    linked_at    timestamptz not null,
    published_on date
);
create index on engagement.interpretation (explains_id);
create index on engagement.interpretation (published_on desc, item_id desc) where published_on is not null;

-- Normative documents that are to be interpreted.
create table engagement.interpretation_task (
    item_id      bigint primary key,
    organ_id     bigint not null,
    published_on date not null,
    done_on      date,
    dropped_why  text not null,
    dropped_by   text not null
);
create index on engagement.interpretation_task (organ_id, published_on) where done_on is null and dropped_why = '';

-- 政策解读专家库.
create table engagement.expert (
    id       bigint generated always as identity primary key,
    organ_id bigint not null,
    name     text not null,
    post     text not null,
    fields   text[] not null,
    from_on  date not null,
    until_on date not null,
    version  int not null
);
create index on engagement.expert (organ_id, from_on);

create view engagement.fact_interpretation as
select published_on as occurred_on, organ_id, 'item:' || item_id as ref, form
  from engagement.interpretation where published_on is not null;

create view engagement.fact_expert as
select from_on, until_on + 1 as until_on, organ_id, 'expert:' || id as ref from engagement.expert;
