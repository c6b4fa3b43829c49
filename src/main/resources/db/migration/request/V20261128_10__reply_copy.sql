-- What an applicant gets of a file of a reply: its public copy, never the file as it was uploaded. Kept from the day it is made, so that what is served is what was reviewed.
create table request.reply_copy (
    application_id bigint      not null references request.application,
    original_hash  text        not null,
    -- null when none can be made
    copy_hash      text,
    carried        text[]      not null,
    refused        text[]      not null,
    made_at        timestamptz not null,
    primary key (application_id, original_hash),
    check ((copy_hash is null) = (cardinality(refused) > 0))
);
