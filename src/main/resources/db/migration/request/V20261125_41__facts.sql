-- The one row of each statistical form in which a kind of result counts; the same as org.yangguang.request.ReplyKind.
create table request.reply_row (
    kind     text primary key,
    row_2014 text,
    row_2019 int not null,
    row_2021 int not null
);
insert into request.reply_row (kind, row_2014, row_2019, row_2021) values
    ('ALREADY_PUBLIC', '3.3.1', 3, 3), ('GRANTED_IN_FULL', '3.3.2', 3, 3), ('GRANTED_IN_PART', '3.3.3', 4, 4),
    ('STATE_SECRET', '3.3.4.1', 5, 5), ('OTHER_LAW', '3.3.4.6', 6, 6), ('SECURITY_AND_STABILITY', '3.3.4.4', 7, 7),
    ('TRADE_SECRET', '3.3.4.2', 8, 8), ('PRIVACY', '3.3.4.3', 8, 8), ('INTERNAL_AFFAIRS', '3.3.4.6', 9, 9),
    ('INFORMATION_IN_PROCESS', '3.3.4.6', 10, 10), ('ENFORCEMENT_FILE', '3.3.4.6', 11, 11), ('REGISTER_QUERY', '3.3.8', 12, 12),
    ('NOT_GOVERNMENT_INFORMATION', '3.3.4.5', 21, 23), ('DOES_NOT_EXIST', '3.3.6', 13, 13), ('NOT_THIS_ORGAN', '3.3.5', 13, 13),
    ('MUST_BE_MADE', '3.3.6', 14, 14), ('STILL_UNCLEAR', '3.3.7', 15, 15), ('PETITION_OR_COMPLAINT', '3.3.8', 16, 16),
    ('REPEATED', '3.3.4.6', 17, 17), ('PUBLICATION', '3.3.8', 18, 18), ('EXCESSIVE', '3.3.4.6', 19, 19),
    ('CONFIRMATION_OF_KNOWN', '3.3.4.6', 20, 20), ('OTHER_WAY', '3.3.8', 12, 12), ('CORRECTION_ASKED', '3.3.7', 15, 15),
    ('NOT_CORRECTED', '3.3.7', 21, 21), ('FEE_NOT_PAID', null, 21, 22), ('WITHDRAWN', null, 21, 23), ('OTHER_HANDLING', '3.3.8', 21, 23);

-- One row for each application that was received: rows 3.1 of 2014, row 1 of table 3. Carried over at the end of a year are those that were received
-- until then and are not closed then (row 2 of the next year, row 25 of this one). What ended before its receipt was confirmed
-- counts as received on the day of its arrival, so that every result has its application.
create view request.fact_application as
select coalesce(a.received_on, a.arrived_on) as occurred_on, a.organ_id, a.number as ref,
       a.applicant_kind, case when a.applicant_kind = 'PERSON' then 'PERSON' else 'ORGANISATION' end as applicant_group,
       a.channel,
       case a.channel when 'FAX' then '3.1.2' when 'ONLINE' then '3.1.3' when 'EMAIL' then '3.1.3'
                      when 'COUNTER' then '3.1.1' when 'ORAL' then '3.1.1' else '3.1.4' end as channel_row_2014,
       a.regime, coalesce(a.received_on, a.arrived_on) as received_on, a.closed_on, a.result,
       r.row_2014, r.row_2019, r.row_2021, a.extended, a.in_time
  from request.application a left join request.reply_row r on r.kind = a.result
 where a.received_on is not null or a.closed_on is not null;

-- One row for each application that has its one result: rows 3.2 and 3.3 of 2014, rows 3 to 24 of table 3. Handled with an extension, or late, counts
-- as row 3.2.2 of 2014, everything else as row 3.2.1.
create view request.fact_result as
select closed_on as occurred_on, organ_id, ref, applicant_kind, applicant_group, channel, channel_row_2014, regime, received_on, closed_on,
       result, row_2014, row_2019, row_2021, extended, in_time,
       case when extended or not in_time then '3.2.2' else '3.2.1' end as handling_row_2014
  from request.fact_application
 where closed_on is not null;

-- One row for each fee that was paid: row 7 of 2014 and part six of the report of 2021. Yuan.
create view request.fact_fee as
select p.on_day as occurred_on, a.organ_id, a.number as ref, a.applicant_kind, f.facts ->> 'basis' as basis,
       (f.facts ->> 'count')::int as items_or_pages, (f.facts ->> 'amount')::numeric as amount
  from request.event p
  join request.event f on f.application_id = p.application_id and f.action = 'ASK_FEE'
  join request.application a on a.id = p.application_id
 where p.action = 'RECORD_PAYMENT';
