-- Where an officer wants to be reminded, sealed; who gave none is reminded through the mailbox of the organ.
create table request.reminder_address (
    account_id bigint primary key,
    email      bytea not null,
    saved_at   timestamptz not null
);

-- What was sent: one reminder of a kind for each deadline and officer, whatever restarts. A deadline that moved is another one.
create table request.reminder (
    application_id bigint not null references request.application,
    kind           text not null,
    due_on         date not null,
    account_id     bigint not null,
    message_id     bigint not null,
    sent_at        timestamptz not null,
    primary key (application_id, kind, due_on, account_id)
);

create table request.digest (
    account_id bigint not null,
    day        date not null,
    message_id bigint not null,
    primary key (account_id, day)
);
