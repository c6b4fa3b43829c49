create schema topic;

create table topic.topic (
    id         bigint generated always as identity primary key,
    code       text not null unique,
    name       text not null,
    name_en    text,
    about      text not null,
    state      text not null default 'PREPARED',
    version    int not null default 1,
    created_at timestamptz not null,
    opened_at  timestamptz
);

-- What a topic has collected: a reference that only the module of its kind understands.
create table topic.entry (
    topic_id  bigint not null references topic.topic,
    kind      text not null,
    reference text not null,
    added_by  text not null,
    added_at  timestamptz not null,
    primary key (topic_id, kind, reference)
);
create index on topic.entry (kind, reference);
