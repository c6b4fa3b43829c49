create schema demo;

-- Says that this database holds the demonstration (and its well-known passwords), and how far its loading has come.
create table demo.district (
    only_row boolean primary key default true check (only_row),
    phase    text not null check (phase in ('HISTORY', 'WORK', 'LOADED')),
    batches  int not null default 0
);
