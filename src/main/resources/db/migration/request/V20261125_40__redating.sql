-- Each time that a new arrangement of holidays made all deadlines be computed anew, and the cases whose deadline it moved.
create table request.redating (
    id          bigint generated always as identity primary key,
    year        int not null,
    begun_at    timestamptz not null,
    finished_at timestamptz,
    examined    int not null default 0
);
-- One that was cut short is gone on with, not begun again.
create unique index redating_unfinished on request.redating (year) where finished_at is null;

create table request.redated (
    redating_id    bigint not null references request.redating,
    application_id bigint not null references request.application,
    from_due       date,
    to_due         date,
    primary key (redating_id, application_id)
);
