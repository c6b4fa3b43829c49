-- What came of proposals to disclose on one's own account what several applicants asked for (2019 Art. 44).
create table request.proposal (
    application_id  bigint primary key references request.application,
    -- the draft that was made of it; null when it was decided against
    item_id         bigint,
    words           text not null,
    decided_by_name text not null,
    decided_at      timestamptz not null
);

-- Replies that were put forward for the log of replies; the item is public when its review has ended so.
create table request.released (
    application_id   bigint primary key references request.application,
    item_id          bigint not null,
    released_by_name text not null,
    released_at      timestamptz not null
);
