-- When somebody last kept a file: one that was kept within a day is not taken away, because whoever keeps it may refer to it only in a moment.
-- Files from before references were asked for are kept for good.
alter table file.file add column kept_at timestamptz not null default 'infinity';
alter table file.file alter column kept_at drop default;

-- Files that somebody does not refer to any more; they are taken away when nobody else does.
create table file.unwanted (
    hash  varchar(64) primary key,
    since timestamptz not null
);
