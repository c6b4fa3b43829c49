-- What counting asks of each release stands on its row: the organ of the information, and on what day the same information went out
-- before, by another way; null for its first release. What is counted once in a period are the releases in it that have none before
-- them in it, so that counting needs one pass over one table, and no grouping by information.
alter table disclosure.release add column organ_id bigint;
alter table disclosure.release add column previous_on date;

create function disclosure.place_release() returns trigger language plpgsql as $$
begin
    new.organ_id := (select organ_id from disclosure.item where id = new.item_id);
    return new;
end $$;
create trigger release_placed before insert or update of item_id on disclosure.release
    for each row execute function disclosure.place_release();

create function disclosure.place_releases() returns trigger language plpgsql as $$
begin
    update disclosure.release set organ_id = new.organ_id where item_id = new.id;
    return null;
end $$;
create trigger item_placed after update of organ_id on disclosure.item
    for each row execute function disclosure.place_releases();

-- Puts the releases of items in order, those of one day by their way. Only one transaction at a time does so for an item: what another
-- one wrote meanwhile is seen, because each statement here sees what was committed before it.
create function disclosure.order_releases(items bigint[]) returns void language plpgsql
    set enable_seqscan = off as $$
begin
    perform from disclosure.item where id = any(items) order by id for no key update;
    update disclosure.release r
       set previous_on = o.previous_on
      from (select item_id, channel, lag(released_on) over (partition by item_id order by released_on, channel) as previous_on
              from disclosure.release
             where item_id = any(items)) o
     where r.item_id = any(items) and r.item_id = o.item_id and r.channel = o.channel
       and r.previous_on is distinct from o.previous_on;
end $$;

create function disclosure.order_added() returns trigger language plpgsql as $$
declare
    items bigint[] := (select array_agg(distinct item_id) from added);
begin
    if items is not null then
        perform disclosure.order_releases(items);
    end if;
    return null;
end $$;
create trigger release_added after insert on disclosure.release referencing new table as added
    for each statement execute function disclosure.order_added();

create function disclosure.order_changed() returns trigger language plpgsql as $$
begin
    perform disclosure.order_releases(array[old.item_id, new.item_id]);
    return null;
end $$;
create trigger release_changed after update of item_id, channel, released_on on disclosure.release
    for each row execute function disclosure.order_changed();

create function disclosure.order_left() returns trigger language plpgsql as $$
begin
    perform disclosure.order_releases(array[old.item_id]);
    return null;
end $$;
create trigger release_taken after delete on disclosure.release
    for each row execute function disclosure.order_left();

update disclosure.release r
   set previous_on = o.previous_on, organ_id = i.organ_id
  from (select item_id, channel, lag(released_on) over (partition by item_id order by released_on, channel) as previous_on
          from disclosure.release) o
  join disclosure.item i on i.id = o.item_id
 where r.item_id = o.item_id and r.channel = o.channel;
alter table disclosure.release alter column organ_id set not null;

-- One fact of releases serves officers and everybody. What only the organ itself may read is not disclosed. Everybody counts what stands
-- on the website for everybody, and what went out by other ways alone; what was withdrawn tells nothing there, not even a number.
-- Both lists of exceptions are short and known before the pass begins.
drop view disclosure.fact_public;
create or replace view disclosure.fact_released as
select r.released_on as occurred_on, r.organ_id, r.item_id as ref, r.channel, p.column_id, p.genre_code as genre,
       r.item_id in (select e.item_id from disclosure.edition e
                      where e.normative and e.state in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN', 'REGISTERED')) as normative,
       case when p.item_id is not null then p.visibility_key = 'public'
            else not exists (select from disclosure.edition e
                              where e.item_id = r.item_id
                                and (e.state = 'WITHDRAWN' or e.state = 'REGISTERED' and e.scope <> 'PUBLIC')) end as open,
       r.previous_on
  from disclosure.release r
  left join disclosure.publication p on p.item_id = r.item_id
 where r.item_id not in (select n.item_id from disclosure.publication n where n.visibility_key like 'internal:%');
