-- What statistics may read of this module.

create index publication_internal on disclosure.publication (item_id) where visibility_key like 'internal:%';
create index edition_normative on disclosure.edition (item_id, number desc)
    where normative and state in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN', 'REGISTERED');
create index release_by_day on disclosure.release (released_on);

-- An information by one way: the same information by several ways has several rows with one reference. What only the organ itself
-- may read is not disclosed. Column and genre are those of today, unknown for what does not stand on the website.
create view disclosure.fact_released as
select r.released_on as occurred_on, i.organ_id, r.item_id as ref, r.channel, p.column_id, p.genre_code as genre,
       exists (select from disclosure.edition e
                where e.item_id = r.item_id and e.normative
                  and e.state in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN', 'REGISTERED')) as normative
  from disclosure.release r
  join disclosure.item i on i.id = r.item_id
  left join disclosure.publication p on p.item_id = r.item_id
 where not exists (select from disclosure.publication n where n.item_id = r.item_id and n.visibility_key like 'internal:%');

-- Normative documents by their last edition. A document is in force from the day on which it was issued, so that those in force at
-- the end of a year are those of the year before, and those made, without those ended.
create view disclosure.normative_document as
select distinct on (e.item_id) e.item_id, i.organ_id, e.genre_code as genre,
       coalesce(e.issued_on, e.formed_on, e.effective_on) as made_on,
       case when e.repealed_on is not null and (e.expires_on is null or e.repealed_on <= e.expires_on) then e.repealed_on
            else e.expires_on + 1 end as ended_on,
       case when e.repealed_on is not null and (e.expires_on is null or e.repealed_on <= e.expires_on) then 'REPEALED'
            else 'EXPIRED' end as ended_by
  from disclosure.edition e
  join disclosure.item i on i.id = e.item_id
 where e.normative and e.state in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN', 'REGISTERED')
 order by e.item_id, e.number desc;

create view disclosure.fact_normative_made as
select made_on as occurred_on, organ_id, item_id as ref, genre from disclosure.normative_document;

create view disclosure.fact_normative_ended as
select ended_on as occurred_on, organ_id, item_id as ref, genre, ended_by
  from disclosure.normative_document where ended_on is not null;

create view disclosure.fact_normative_in_force as
select made_on as from_on, ended_on as until_on, organ_id, item_id as ref, genre from disclosure.normative_document;
