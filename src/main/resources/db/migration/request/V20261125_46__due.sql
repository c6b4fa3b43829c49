-- The desk of an officer of many organs reads the most urgent of all of them first.
create index application_due on request.application (due_on, id) where closed_on is null;
