create schema governance;

-- The leading group (领导小组) of a government. until_on is the first day on which somebody is no member any more.
create table governance.member (
    id          bigint generated always as identity primary key,
    organ_id    bigint not null,
    rank        text not null check (rank in ('HEAD', 'DEPUTY', 'MEMBER')),
    person_name text not null,
    position    text not null,
    from_on     date not null,
    until_on    date check (until_on >= from_on),
    noted_by    text not null,
    noted_at    timestamptz not null
);
create index on governance.member (organ_id);

-- The body of an organ that does the work of disclosure (专门机构).
create table governance.office (
    id       bigint generated always as identity primary key,
    organ_id bigint not null,
    name     text not null,
    from_on  date not null,
    until_on date check (until_on >= from_on),
    noted_by text not null,
    noted_at timestamptz not null
);
create unique index office_now on governance.office (organ_id) where until_on is null;

-- Officers as they are filed (备案): whoever holds one of the four posts of an organ, with the days of the term.
create table governance.filing (
    id          bigint generated always as identity primary key,
    organ_id    bigint not null,
    post        text not null check (post in ('CHIEF', 'IN_CHARGE', 'A', 'B')),
    person_name text not null,
    position    text not null,
    account_id  bigint,
    full_time   boolean not null,
    -- whether the person counts among those engaged in the work (从事政府信息公开工作人员); one who only stands in does not
    engaged     boolean not null,
    from_on     date not null,
    until_on    date check (until_on >= from_on),
    ended_why   text,
    noted_by    text not null,
    noted_at    timestamptz not null
);
create unique index filing_now on governance.filing (organ_id, post) where until_on is null;
create index on governance.filing (organ_id, post, from_on);
create index on governance.filing (account_id) where until_on is null;

create table governance.absence (
    id           bigint generated always as identity primary key,
    filing_id    bigint not null references governance.filing,
    from_on      date not null,
    last_on      date not null check (last_on >= from_on),
    why          text not null,
    noted_by     text not null,
    noted_at     timestamptz not null,
    cancelled_at timestamptz
);
create index on governance.absence (filing_id, last_on) where cancelled_at is null;

-- What one officer handed over to the next.
create table governance.hand_over (
    id          bigint generated always as identity primary key,
    organ_id    bigint not null,
    from_filing bigint not null references governance.filing,
    to_filing   bigint not null references governance.filing,
    on_day      date not null,
    things      text[] not null,
    pending     text not null,
    state       text not null check (state in ('NOTED', 'ACCEPTED')),
    noted_by    text not null,
    noted_at    timestamptz not null,
    accepted_by text,
    accepted_at timestamptz,
    unique (from_filing, to_filing)
);

-- Meetings and training sessions.
create table governance.gathering (
    id         bigint generated always as identity primary key,
    organ_id   bigint not null,
    kind       text not null,
    title      text not null,
    place      text not null,
    held_on    date not null,
    about      text not null,
    state      text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
    heads      int not null default 0 check (heads >= 0),
    version    int not null default 1,
    noted_by   text not null,
    noted_at   timestamptz not null
);
create index on governance.gathering (organ_id, held_on);

create table governance.attendance (
    gathering_id bigint not null references governance.gathering,
    number       int not null,
    organ_id     bigint,
    organ_name   text not null,
    person_name  text not null,
    primary key (gathering_id, number)
);

create table governance.reading_point (
    id        bigint generated always as identity primary key,
    organ_id  bigint not null,
    name      text not null,
    name_en   text,
    address   text not null,
    hours     text not null,
    phone     text not null,
    services  text[] not null,
    about     text not null,
    from_on   date not null,
    until_on  date check (until_on >= from_on),
    version   int not null default 1,
    noted_by  text not null,
    noted_at  timestamptz not null
);

-- Money given for the work of disclosure (专项经费), in yuan.
create table governance.fund (
    id        bigint generated always as identity primary key,
    organ_id  bigint not null,
    given_on  date not null,
    purpose   text not null check (purpose in ('WORK', 'GAZETTE', 'WEBSITE')),
    yuan      numeric(14, 2) not null check (yuan > 0),
    about     text not null,
    noted_by  text not null,
    noted_at  timestamptz not null,
    struck_at timestamptz
);
create index on governance.fund (organ_id, given_on);

-- 8.1 专门机构
create view governance.fact_office as
select from_on, until_on, organ_id, 'office:' || id as ref from governance.office;

-- 8.2 查阅点
create view governance.fact_reading_point as
select from_on, until_on, organ_id, 'reading-point:' || id as ref from governance.reading_point;

-- 8.3 工作人员: those engaged in the work, full-time and part-time
create view governance.fact_officer as
select from_on, until_on, organ_id, 'filing:' || id as ref, post, full_time from governance.filing where engaged;

-- 8.4 专项经费, in 10,000 yuan; what was given for the gazette and the website does not count and is told apart by its purpose
create view governance.fact_fund as
select given_on as occurred_on, organ_id, 'fund:' || id as ref, purpose, yuan / 10000 as amount
  from governance.fund where struck_at is null;

-- 9.1 会议
create view governance.fact_meeting as
select held_on as occurred_on, organ_id, 'gathering:' || id as ref, kind, heads
  from governance.gathering where state = 'HELD' and kind in ('MEETING', 'SPECIAL_MEETING');

-- 9.2 培训班 and 9.3 接受培训人员; help given to one person is training but no class
create view governance.fact_training as
select held_on as occurred_on, organ_id, 'gathering:' || id as ref, kind, kind <> 'ONE_TO_ONE' as is_class, heads
  from governance.gathering where state = 'HELD' and kind not in ('MEETING', 'SPECIAL_MEETING');
