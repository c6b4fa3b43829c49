-- What the clock of each open case says, in a narrow row of its own: counted in one pass, and moved for all cases at once without touching the many
-- indexes of request.application. No index on due_on, so that a deadline that moves stays on its page.
create table request.deadline (
    application_id bigint primary key references request.application,
    -- number of its events; that of request.application does not count new deadlines after the last act
    version        int not null,
    organ_id       bigint not null,
    state          text not null,
    handler_id     bigint,
    handler_name   text not null,
    due_on         date,
    provisional    boolean not null,
    stopped_from   date,
    stopped_until  date,
    stopped_why    text
) with (fillfactor = 60);
insert into request.deadline
select id, version, organ_id, state, handler_id, handler_name, due_on, provisional, stopped_from, stopped_until, stopped_why
  from request.application where closed_on is null order by id;
create index on request.deadline (organ_id);
create index on request.deadline (handler_id) where handler_id is not null;

drop index request.application_open;
drop index request.application_due;
alter table request.application
    drop column due_on, drop column provisional, drop column stopped_from, drop column stopped_until, drop column stopped_why;
create index application_open on request.application (id) where closed_on is null;
