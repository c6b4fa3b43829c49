create schema notify;

create sequence notify.message_id;

-- What is to be told to somebody by mail or text message. Address and words are sealed and go some time after delivery.
create table notify.message (
    id         bigint primary key,
    channel    text not null check (channel in ('EMAIL', 'SMS')),
    address    bytea,
    subject    bytea,
    body       bytea,
    about      text not null,
    state      text not null check (state in ('WAITING', 'SENDING', 'DELIVERED', 'UNDELIVERED', 'SETTLED')),
    attempts   int not null default 0,
    due_at     timestamptz not null,
    problem    text,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index on notify.message (due_at) where state in ('WAITING', 'SENDING');
create index on notify.message (created_at) where state <> 'DELIVERED';
create index on notify.message (changed_at) where state in ('DELIVERED', 'SETTLED') and address is not null;
