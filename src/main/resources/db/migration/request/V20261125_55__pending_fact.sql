-- An application from its receipt until its result: those there when a year ends are carried over into the next one (rows 2 and 25 of
-- table 3 of the form of 2021).
create view request.fact_pending as
select received_on as from_on, closed_on as until_on, organ_id, ref, applicant_kind, channel, regime
  from request.fact_application;
