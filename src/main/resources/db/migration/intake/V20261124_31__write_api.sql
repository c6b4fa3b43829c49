-- Calls of the write interface that made a draft, so that a call that is repeated is answered the same and makes no second one.
create table intake.call (
    account_id bigint not null,
    key        text not null,
    body_hash  text not null,
    answer     text,
    at         timestamptz not null,
    primary key (account_id, key)
);
create index on intake.call (at);

-- Items that another system handed in; it is told what becomes of them.
create table intake.handed_in (
    item_id    bigint primary key,
    account_id bigint not null,
    reference  text not null,
    at         timestamptz not null
);

create table intake.webhook (
    id         bigint generated always as identity primary key,
    organ_id   bigint not null,
    url        text not null,
    -- sealed for intake.webhook.secret
    secret     bytea not null,
    created_at timestamptz not null,
    closed_at  timestamptz
);
create index on intake.webhook (organ_id) where closed_at is null;

create table intake.delivery (
    id         uuid primary key,
    webhook_id bigint not null references intake.webhook,
    -- what happened, once: a repeated event makes no second delivery
    occasion   text not null,
    event      text not null,
    body       text not null,
    attempts   int not null default 0,
    next_at    timestamptz,
    result     text,
    created_at timestamptz not null,
    done_at    timestamptz,
    unique (webhook_id, occasion)
);
create index delivery_due on intake.delivery (next_at) where next_at is not null;
