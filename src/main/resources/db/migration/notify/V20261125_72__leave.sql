-- Where one click takes the receiver off the list (RFC 8058); null for messages that go to one person on one occasion.
alter table notify.message add column leave bytea;
