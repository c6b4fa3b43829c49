-- An officer said why a finding of the check before review may stay. Never changed: it is part of what reviewers see.
create table disclosure.finding_override (
    edition_id  bigint not null references disclosure.edition,
    fingerprint text not null,
    kind        text not null,
    -- masked; the number itself stands only where it was found
    shown       text not null,
    reason      text not null check (reason <> ''),
    by_id       bigint not null,
    by_name     text not null,
    at          timestamptz not null,
    primary key (edition_id, fingerprint)
);

-- What an original carries besides its face, or why no public copy of it could be made; found once for each original.
create table disclosure.copy_report (
    original_hash text primary key,
    carried       text[] not null default '{}',
    refused       text[] not null default '{}',
    at            timestamptz not null
);

-- What the check found in a public copy: what can be read in it, how it was scanned.
create table disclosure.copy_finding (
    copy_hash   text not null,
    fingerprint text not null,
    kind        text not null,
    shown       text not null,
    context     text not null,
    primary key (copy_hash, fingerprint)
);
create table disclosure.copy_checked (
    copy_hash text primary key,
    at        timestamptz not null
);

-- Words that are wrong in every text: former names of bodies, outdated titles.
create table disclosure.word (
    id         bigint generated always as identity primary key,
    wrong      text not null unique check (wrong <> ''),
    correct    text not null,
    note       text not null default '',
    -- whether a text with it may not be submitted without a reason
    binding    boolean not null default false,
    retired_at timestamptz
);
insert into disclosure.word (wrong, correct, note, binding) values
    ('国家工商总局', '国家工商行政管理总局', '规范简称为“工商总局”', false),
    ('国务院法制局', '国务院法制办公室', '1998年更名', false),
    ('人事劳动保障局', '人力资源和社会保障局', '2008年机构改革更名', false),
    ('国家环境保护总局', '环境保护部', '2008年组建', false),
    ('残废人', '残疾人', '规范用语', true),
    ('劳动改造机关', '监狱管理机关', '1994年《监狱法》', false);
