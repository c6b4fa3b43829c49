create schema audit;

-- One chain: every entry carries the hash of the one before it. The primary key refuses forks.
create table audit.entry (
    seq         bigint primary key check (seq > 0),
    at          timestamptz not null,
    actor       text not null,
    action      text not null,
    subject     text not null,
    before_hash bytea check (length(before_hash) = 32),
    after_hash  bytea check (length(after_hash) = 32),
    prev_hash   bytea not null check (length(prev_hash) = 32),
    hash        bytea not null check (length(hash) = 32)
);
create index on audit.entry (subject, seq);
create index on audit.entry (actor, seq);
create index on audit.entry using brin (at);

-- Where the chain ends; its only row is the lock that puts writers in a line.
create table audit.head (
    only_row boolean primary key default true check (only_row),
    seq      bigint not null,
    hash     bytea not null check (length(hash) = 32)
) with (fillfactor = 10);
insert into audit.head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are never changed or removed' using errcode = 'insufficient_privilege';
end
$$;
create trigger entries_stay before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse();
create trigger head_stays before insert or delete or truncate on audit.head
    for each statement execute function audit.refuse();

create function audit.move_forward() returns trigger language plpgsql as $$
begin
    if new.seq <= old.seq then
        raise exception 'the head of the audit chain only moves forward' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger head_moves_forward before update on audit.head
    for each row execute function audit.move_forward();
