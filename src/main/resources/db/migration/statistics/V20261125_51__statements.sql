create schema statistics;

-- A statement of an organ (alone, or with all below it) for a period by a scheme. What was never begun has no row: it is live.
create table statistics.statement (
    id           bigint generated always as identity primary key,
    organ_id     bigint not null,
    scheme       text not null,
    period       text not null,
    period_end   date not null,
    coverage     text not null,
    state        text not null,
    version      int not null default 1,
    submitted_by bigint,
    content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
    frozen_at    timestamptz,
    changed_at   timestamptz not null,
    unique (organ_id, scheme, period, coverage),
    check ((state = 'FROZEN') = (frozen_at is not null))
);
create index statement_by_period on statistics.statement (scheme, period, state);

-- The figures as they were submitted: what was counted then, and what the statement says.
create table statistics.figure (
    statement_id bigint not null references statistics.statement,
    tbl          text not null,
    row_code     text not null,
    col          text not null,
    computed     numeric,
    value        numeric,
    primary key (statement_id, tbl, row_code, col)
);

-- A figure entered beside the one that was counted, with its reason; it holds once another officer has approved it.
create table statistics.entry (
    id            bigint generated always as identity primary key,
    statement_id  bigint not null references statistics.statement,
    tbl           text not null,
    row_code      text not null,
    col           text not null,
    computed      numeric,
    value         numeric not null,
    reason        text not null check (reason <> ''),
    by_id         bigint not null,
    by_name       text not null,
    at            timestamptz not null,
    approved      boolean,
    decided_by    bigint,
    decided_name  text,
    decided_at    timestamptz,
    dropped_at    timestamptz,
    check ((approved is null) = (decided_by is null)),
    check (decided_by <> by_id)
);
create unique index entry_standing on statistics.entry (statement_id, tbl, row_code, col)
    where dropped_at is null and approved is distinct from false;

create table statistics.step (
    id           bigint generated always as identity primary key,
    statement_id bigint not null references statistics.statement,
    action       text not null,
    to_state     text not null,
    by_id        bigint not null,
    by_name      text not null,
    opinion      text not null,
    content_hash text,
    at           timestamptz not null
);
create index on statistics.step (statement_id, id);

-- Why a figure is right although a rule warns.
create table statistics.reason (
    statement_id bigint not null references statistics.statement,
    fingerprint  text not null,
    reason       text not null check (reason <> ''),
    by_id        bigint not null,
    by_name      text not null,
    at           timestamptz not null,
    primary key (statement_id, fingerprint)
);

-- Figures of a period for which this program has no records, taken in from a file; the last one taken in counts, the others are kept.
create table statistics.opening (
    id        bigint generated always as identity primary key,
    organ_id  bigint not null,
    scheme    text not null,
    period    text not null,
    coverage  text not null,
    file_name text not null,
    file_hash text not null,
    by_id     bigint not null,
    by_name   text not null,
    at        timestamptz not null
);
create index on statistics.opening (organ_id, scheme, period, coverage, id desc);
create table statistics.opening_figure (
    opening_id bigint not null references statistics.opening,
    tbl        text not null,
    row_code   text not null,
    col        text not null,
    value      numeric not null,
    primary key (opening_id, tbl, row_code, col)
);

create function statistics.keep_frozen() returns trigger language plpgsql as $$
begin
    raise exception 'a frozen statement never changes' using errcode = 'integrity_constraint_violation';
end $$;
create trigger frozen_is_fixed before update or delete on statistics.statement
    for each row when (old.state = 'FROZEN') execute function statistics.keep_frozen();

create function statistics.keep_frozen_part() returns trigger language plpgsql as $$
begin
    if exists (select from statistics.statement
                where id = case when tg_op = 'INSERT' then new.statement_id else old.statement_id end and state = 'FROZEN') then
        raise exception 'a frozen statement never changes' using errcode = 'integrity_constraint_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger frozen_figure_is_fixed before insert or update or delete on statistics.figure
    for each row execute function statistics.keep_frozen_part();
create trigger frozen_entry_is_fixed before insert or update or delete on statistics.entry
    for each row execute function statistics.keep_frozen_part();
create trigger frozen_reason_is_fixed before insert or update or delete on statistics.reason
    for each row execute function statistics.keep_frozen_part();

create function statistics.keep_step() returns trigger language plpgsql as $$
begin
    raise exception 'a step of a statement is never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger step_is_fixed before update or delete on statistics.step
    for each row execute function statistics.keep_step();
create trigger opening_is_fixed before update or delete on statistics.opening
    for each row execute function statistics.keep_step();
create trigger opening_figure_is_fixed before update or delete on statistics.opening_figure
    for each row execute function statistics.keep_step();
