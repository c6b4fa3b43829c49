create schema account;
-- An exclusion constraint over text and bigint needs it; a trusted extension, no superuser is asked for.
create extension if not exists btree_gist;

create sequence account.account_id;

create table account.account (
    id                  bigint primary key,
    login               text not null check (length(login) between 2 and 64),
    name                text not null,
    organ_id            bigint not null,
    password_hash       text not null,
    password_one_time   boolean not null default false,
    password_changed_at timestamptz not null,
    state               text not null default 'OPEN' check (state in ('OPEN', 'LOCKED', 'DISABLED')),
    -- Raised by whatever must end the sessions that are open: a new password, a lock, another second factor.
    session_epoch       int not null default 1,
    version             int not null default 1,
    opened_at           timestamptz not null,
    signed_in_at        timestamptz
);
create unique index account_login on account.account (lower(login));
create index account_organ on account.account (organ_id);

-- A role in an organ and all below it. Rows stay: a revoked grant is history.
create table account.account_grant (
    id         bigint generated always as identity primary key,
    account_id bigint not null references account.account,
    role       text not null,
    organ_id   bigint not null,
    granted_at timestamptz not null,
    granted_by text not null,
    revoked_at timestamptz,
    revoked_by text,
    -- The three administrators are never one person, whoever writes here and in whatever order.
    constraint three_administrators exclude using gist (account_id with =, role with <>)
        where (revoked_at is null
            and role in ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'))
);
create unique index account_grant_once on account.account_grant (account_id, role, organ_id) where revoked_at is null;
create index account_grant_organ on account.account_grant (organ_id, role) where revoked_at is null;

-- Failed sign-ins by what is being tried: a login, a login from an address that its owner uses, an address.
create table account.attempt (
    subject       text primary key,
    failures      int not null,
    failed_at     timestamptz not null,
    blocked_until timestamptz
);
create index on account.attempt (failed_at);

create table account.known_address (
    account_id bigint not null references account.account,
    address    text not null,
    used_at    timestamptz not null,
    primary key (account_id, address)
);

-- The time-based one-time password; the secret is encrypted with the program's key.
create table account.second_factor (
    account_id   bigint primary key references account.account,
    secret       bytea not null,
    confirmed_at timestamptz,
    used_step    bigint not null default 0
);

create table account.recovery_code (
    id         bigint generated always as identity primary key,
    account_id bigint not null references account.account,
    code_hash  text not null,
    used_at    timestamptz,
    unique (account_id, code_hash)
);

create table account.token (
    id           bigint generated always as identity primary key,
    account_id   bigint not null references account.account,
    name         text not null,
    scopes       text[] not null check (cardinality(scopes) > 0),
    token_hash   text not null unique,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    check (expires_at > created_at and expires_at <= created_at + interval '367 days')
);
create index on account.token (account_id);

-- The link with which an empty installation gets its administrators; at most one, gone after use.
create table account.first_link (
    one        boolean primary key default true check (one),
    token_hash text not null,
    created_at timestamptz not null
);
