-- Whether everybody may know of an information: charts for everybody count no other. What stands on the site says it itself; what was
-- withdrawn is as open as it was; what is on the register only went out by other ways.
create or replace view disclosure.fact_released as
select r.released_on as occurred_on, i.organ_id, r.item_id as ref, r.channel, p.column_id, p.genre_code as genre,
       exists (select from disclosure.edition e
                where e.item_id = r.item_id and e.normative
                  and e.state in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN', 'REGISTERED')) as normative,
       case when p.item_id is not null then p.visibility_key = 'public'
            else not exists (select from disclosure.withdrawal w
                              where w.item_id = r.item_id and w.visibility_key <> 'public') end as open
  from disclosure.release r
  join disclosure.item i on i.id = r.item_id
  left join disclosure.publication p on p.item_id = r.item_id
 where not exists (select from disclosure.publication n where n.item_id = r.item_id and n.visibility_key like 'internal:%');
