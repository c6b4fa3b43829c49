create schema channel;

-- An outlet: one carrier of one organ, an account of Weibo or a board in a hall. The website has none, it is the first platform.
create table channel.outlet (
    id         bigint generated always as identity primary key,
    organ_id   bigint not null,
    carrier    text not null,
    name       text not null,
    name_en    text,
    -- where the public finds it: a web address, a telephone number, a place
    address    text not null,
    -- which published items are planned for it without a clerk: NONE, ALL, or those of some columns
    takes      text not null check (takes in ('NONE', 'ALL', 'COLUMNS')),
    columns    text[] not null default '{}',
    -- what the service wants to know before it takes anything, sealed; null when a clerk does it
    credentials bytea,
    -- after a failure of the service nothing is tried before this time
    held_until timestamptz,
    problem    text,
    version    int not null default 1,
    opened_at  timestamptz not null,
    closed_at  timestamptz
);
create index on channel.outlet (organ_id);

-- One item by one outlet. What has arrived is also noted as a release of the item, which is what statistics count.
create table channel.delivery (
    id           bigint generated always as identity primary key,
    item_id      bigint not null,
    outlet_id    bigint not null references channel.outlet,
    edition_id   bigint not null,
    organ_id     bigint not null,
    title        text not null,
    index_number text not null,
    state        text not null,
    -- how far a service has got with it, in the words of its connector
    step         text,
    round        int not null default 1,
    attempts     int not null default 0,
    due_at       timestamptz,
    problem      text,
    reference    text not null default '',
    delivered_on date,
    -- a later edition stands on the website and nobody has looked yet whether this must be corrected
    outdated     boolean not null default false,
    -- taken back from the website while it was under way
    withdrawn    boolean not null default false,
    planned_by   text not null,
    planned_at   timestamptz not null,
    changed_at   timestamptz not null,
    version      int not null default 1,
    unique (item_id, outlet_id)
);
create index on channel.delivery (outlet_id, due_at) where state in ('WAITING', 'SENDING', 'UNSURE');
create index on channel.delivery (outlet_id, changed_at) where state in ('FOR_CLERK', 'STUCK', 'TO_TAKE_BACK') or outdated;
create index on channel.delivery (outlet_id, delivered_on);

create table channel.event (
    delivery_id bigint not null references channel.delivery,
    number      int not null,
    action      text not null,
    by_name     text not null,
    note        text not null,
    at          timestamptz not null,
    primary key (delivery_id, number)
);

-- Deliveries that have arrived, by the ten carriers. Rows with the same ref are the same information.
create view channel.fact_delivery as
select d.delivered_on as occurred_on, d.organ_id, 'item:' || d.item_id as ref, o.carrier, o.organ_id as outlet_organ_id
  from channel.delivery d join channel.outlet o on o.id = d.outlet_id
 where d.delivered_on is not null;
