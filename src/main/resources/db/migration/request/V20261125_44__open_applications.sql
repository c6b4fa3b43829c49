-- Applications as long as they are open, to count how many are on a day: what is carried over at the end of a year.
create view request.fact_open as
select received_on as from_on, closed_on as until_on, organ_id, ref, applicant_kind, applicant_group, channel, regime
  from request.fact_application;
