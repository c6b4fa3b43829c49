create schema remedy;

-- What is known here of applications, from what was told of them; only to link to.
create table remedy.known_case (
    number     text primary key,
    case_id    bigint not null unique,
    organ_id   bigint not null,
    arrived_on date not null,
    closed_on  date,
    result     text
);

create table remedy.series (
    year int primary key,
    last int not null
);

-- One reconsideration, lawsuit or complaint; the columns repeat what its events say.
create table remedy.remedy (
    id               bigint generated always as identity primary key,
    number           text not null unique,
    kind             text not null,
    case_number      text references remedy.known_case,
    organ_id         bigint not null,
    authority        text not null,
    authority_number text not null,
    filed_on         date not null,
    follows_id       bigint references remedy.remedy,
    -- mark of the form; the same form sent twice is one remedy
    submission       text not null unique,
    state            text not null,
    version          int not null,
    accepted_on      date,
    copy_on          date,
    answered_on      date,
    extended         boolean not null,
    decided_on       date,
    ending           text
);
create index on remedy.remedy (organ_id, state);
create index on remedy.remedy (case_number);
create index on remedy.remedy (filed_on);

create table remedy.event (
    id          bigint generated always as identity primary key,
    remedy_id   bigint not null references remedy.remedy,
    number      int not null,
    act         text not null,
    on_day      date not null,
    at          timestamptz not null,
    by_id       bigint not null,
    by_name     text not null,
    ending      text,
    unique (remedy_id, number)
);
create function remedy.keep_event() returns trigger language plpgsql as $$
begin
    raise exception 'an event of a remedy is never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger event_is_fixed before update or delete on remedy.event
    for each row execute function remedy.keep_event();

-- The words beside an event, sealed; they may name people.
create table remedy.event_text (
    event_id bigint primary key references remedy.event,
    sealed   bytea
);

-- Which of the three results of the tables an ending counts as, and its row in the form of 2014; the same as org.yangguang.remedy.Ending.
create table remedy.ending_row (
    kind     text not null,
    ending   text not null,
    result   text not null,
    row_2014 text not null,
    primary key (kind, ending)
);
insert into remedy.ending_row (kind, ending, result, row_2014)
select 'RECONSIDERATION', ending, result, case result when 'UPHELD' then '4.1' when 'CORRECTED' then '4.2' else '4.3' end
  from (values ('UPHELD', 'UPHELD'), ('CLAIM_DISMISSED', 'OTHER'), ('REVOKED', 'CORRECTED'), ('CHANGED', 'CORRECTED'),
               ('DECLARED_ILLEGAL', 'CORRECTED'), ('ORDERED', 'CORRECTED'), ('NOT_ADMITTED', 'OTHER'), ('WITHDRAWN', 'OTHER'),
               ('MEDIATED', 'OTHER')) as t (ending, result)
union all
select 'LITIGATION', ending, result, case result when 'UPHELD' then '5.1' when 'CORRECTED' then '5.2' else '5.3' end
  from (values ('UPHELD', 'UPHELD'), ('CLAIM_DISMISSED', 'UPHELD'), ('REVOKED', 'CORRECTED'), ('CHANGED', 'CORRECTED'),
               ('DECLARED_ILLEGAL', 'CORRECTED'), ('ORDERED', 'CORRECTED'), ('NOT_ADMITTED', 'OTHER'), ('WITHDRAWN', 'OTHER'),
               ('MEDIATED', 'OTHER')) as t (ending, result)
union all
select 'COMPLAINT', ending, result, '6'
  from (values ('UNFOUNDED', 'UPHELD'), ('FOUNDED', 'CORRECTED'), ('REFERRED', 'OTHER'), ('WITHDRAWN', 'OTHER')) as t (ending, result);

-- One row for each remedy by the day on which it was filed: sections 四, 五, 六 of 2014, table 4 of 2019 and 2021. Pending at the end of a year are
-- those filed until then and not decided then (尚未审结).
create view remedy.fact_remedy as
select r.filed_on as occurred_on, r.organ_id, r.number as ref, r.kind,
       case when r.kind = 'LITIGATION' then case when r.follows_id is null then 'DIRECT' else 'AFTER_RECONSIDERATION' end else '' end as route,
       r.case_number, r.filed_on, r.decided_on, r.ending, e.result, e.row_2014
  from remedy.remedy r left join remedy.ending_row e on e.kind = r.kind and e.ending = r.ending;

-- The same by the day on which it was decided.
create view remedy.fact_decision as
select decided_on as occurred_on, organ_id, ref, kind, route, case_number, filed_on, decided_on, ending, result, row_2014
  from remedy.fact_remedy
 where decided_on is not null;

-- Remedies as long as they are pending, to count how many are on a day.
create view remedy.fact_pending as
select filed_on as from_on, decided_on as until_on, organ_id, ref, kind, route
  from remedy.fact_remedy;
