-- What everybody may count: information that stands on the website for everybody, and what went out by other ways alone. What only
-- an audience or the organ may read tells nothing here, not even a number.
create view disclosure.fact_public as
select r.released_on as occurred_on, i.organ_id, r.item_id as ref, r.channel, p.column_id
  from disclosure.release r
  join disclosure.item i on i.id = r.item_id
  left join disclosure.publication p on p.item_id = r.item_id
 where p.visibility_key = 'public' or p.item_id is null and r.channel <> 'WEBSITE';
