-- Many items at once: only those releases are looked up again whose place has changed, which for items with one release each are none.
create or replace function disclosure.order_releases(items bigint[]) returns void language plpgsql
    set enable_seqscan = off as $$
begin
    perform from disclosure.item where id = any(items) order by id for no key update;
    update disclosure.release r
       set previous_on = o.before
      from (select item_id, channel, previous_on,
                   lag(released_on) over (partition by item_id order by released_on, channel) as before
              from disclosure.release
             where item_id = any(items)) o
     where o.before is distinct from o.previous_on
       and r.item_id = o.item_id and r.channel = o.channel;
end $$;
