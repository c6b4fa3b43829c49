-- Files that belong to an edition, in their order. What went up is the original, which nobody outside ever gets; the public copy is what
-- was cleaned, reviewed and is given out. Type and size stand here too, because the store of files belongs to another module.
create sequence disclosure.attachment_id increment 1;
create table disclosure.attachment (
    id            bigint primary key default nextval('disclosure.attachment_id'),
    edition_id    bigint not null references disclosure.edition,
    position      int not null,
    name          text not null check (name <> ''),
    original_hash text not null check (original_hash ~ '^[0-9a-f]{64}$'),
    original_type text not null,
    original_size bigint not null check (original_size > 0),
    -- null until a copy without what the file carries besides its face has been made
    public_hash   text check (public_hash ~ '^[0-9a-f]{64}$'),
    public_type   text,
    public_size   bigint check (public_size > 0),
    added_by      bigint not null,
    added_by_name text not null,
    added_at      timestamptz not null,
    unique (edition_id, position) deferrable initially deferred,
    check ((public_hash is null) = (public_type is null) and (public_hash is null) = (public_size is null))
);
create index on disclosure.attachment (public_hash);

-- As with an edition's text: only a draft's attachments change, whoever writes here. What comes in as history comes in whole.
create function disclosure.keep_attachment() returns trigger language plpgsql as $$
declare
    of_edition bigint := case when tg_op = 'DELETE' then old.edition_id else new.edition_id end;
    open boolean;
begin
    select e.state = 'DRAFT' or (tg_op = 'INSERT' and i.origin <> 'DRAFTED') into open
      from disclosure.edition e join disclosure.item i on i.id = e.item_id where e.id = of_edition;
    if not coalesce(open, false) then
        raise exception 'the attachments of edition % are fixed', of_edition using errcode = 'integrity_constraint_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger attachment_is_fixed before insert or update or delete on disclosure.attachment
    for each row execute function disclosure.keep_attachment();

-- Documents whose text was taken into a draft; they stay inside.
create table disclosure.edition_source (
    edition_id bigint not null references disclosure.edition,
    file_hash  text not null,
    name       text not null,
    type       text not null,
    size       bigint not null,
    by_id      bigint not null,
    by_name    text not null,
    at         timestamptz not null,
    primary key (edition_id, file_hash)
);
