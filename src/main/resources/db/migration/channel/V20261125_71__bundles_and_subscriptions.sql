-- Deliveries that go together: the issue of a gazette, or a list of what is handed to the archive.
create table channel.bundle (
    id         bigint generated always as identity primary key,
    outlet_id  bigint not null references channel.outlet,
    year       int not null,
    number     int not null,
    title      text not null,
    state      text not null check (state in ('OPEN', 'DONE')),
    done_on    date,
    reference  text not null default '',
    version    int not null default 1,
    made_by    text not null,
    made_at    timestamptz not null,
    unique (outlet_id, year, number)
);

create table channel.bundle_entry (
    bundle_id   bigint not null references channel.bundle,
    delivery_id bigint not null unique references channel.delivery,
    position    int not null,
    primary key (bundle_id, delivery_id)
);

-- What was published for everybody, by the moment: from this the mails to subscribers are made.
create table channel.news (
    item_id    bigint primary key,
    edition_id bigint not null,
    organ_id   bigint not null,
    column_id  bigint not null,
    title      text not null,
    at         timestamptz not null
);
create index on channel.news (at);

create table channel.subscription (
    id            bigint generated always as identity primary key,
    address       bytea,
    address_index bytea,
    -- the secret in the links of its mails; sealed, and hashed to be found
    token         bytea,
    token_hash    bytea not null unique,
    organ_id      bigint,
    column_code   text,
    query         text,
    frequency     text not null check (frequency in ('DAILY', 'WEEKLY')),
    language      text not null,
    state         text not null check (state in ('ASKED', 'CONFIRMED', 'LEFT')),
    asked_at      timestamptz not null,
    confirmed_at  timestamptz,
    sent_at       timestamptz,
    changed_at    timestamptz not null
);
create index on channel.subscription (address_index);
create index on channel.subscription (sent_at) where state = 'CONFIRMED';
create index on channel.subscription (asked_at) where state = 'ASKED';

-- Which item a subscriber has been told of; each once.
create table channel.told (
    subscription_id bigint not null references channel.subscription on delete cascade,
    item_id         bigint not null,
    primary key (subscription_id, item_id)
);
