create schema report;

-- The annual report of an organ for a year, while it is written and afterwards.
create table report.report (
    id         bigint generated always as identity primary key,
    organ_id   bigint not null,
    year       int not null check (year between 2008 and 9999),
    scheme     text not null,
    state      text not null default 'WRITING',
    version    int not null default 1,
    dated      date,
    item_id    bigint unique,
    edition_id bigint,
    -- What was handed over to review: the content, and the hash of the body that became the text of the item.
    content    text,
    body_hash  text,
    changed_at timestamptz not null,
    unique (organ_id, year)
);

create table report.chapter (
    report_id  bigint not null references report.report,
    code       text not null,
    text       text not null,
    written_by text not null,
    written_at timestamptz not null,
    primary key (report_id, code)
);

-- Why a number that equals no figure stands in the text.
create table report.reason (
    report_id bigint not null references report.report,
    chapter   text not null,
    number    text not null,
    reason    text not null,
    given_by  text not null,
    given_at  timestamptz not null,
    primary key (report_id, chapter, number)
);

-- A report as it was frozen when its edition was published; a correction is the next number.
create table report.issue (
    id           bigint generated always as identity primary key,
    report_id    bigint not null references report.report,
    number       int not null,
    edition_id   bigint not null unique,
    title        text not null,
    content      text not null,
    content_hash text not null,
    signature    text not null,
    frozen_at    timestamptz not null,
    unique (report_id, number)
);

create table report.issue_file (
    issue_id bigint not null references report.issue,
    format   text not null,
    name     text not null,
    hash     text not null,
    type     text not null,
    size     bigint not null,
    primary key (issue_id, format)
);

create function report.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a frozen report does not change';
end $$;
create trigger issue_stays before update or delete on report.issue for each row execute function report.refuse_change();
create trigger issue_file_stays before update or delete on report.issue_file for each row execute function report.refuse_change();

-- Which reminder of a due date was sent.
create table report.reminder (
    organ_id bigint not null,
    year     int not null,
    days     int not null,
    sent_at  timestamptz not null,
    primary key (organ_id, year, days)
);
