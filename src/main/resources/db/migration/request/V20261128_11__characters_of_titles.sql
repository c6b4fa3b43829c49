-- Titles by the characters in them: a search reads the few titles that have every character of what is looked for, not all. Two indexes, so that what was closed in all
-- years does not slow a search through the open ones. No list of pending entries, which every search would have to read.
create index application_open_characters on request.application using gin (string_to_array(title, null))
  with (fastupdate = off) where closed_on is null;
create index application_closed_characters on request.application using gin (string_to_array(title, null))
  with (fastupdate = off) where closed_on is not null;
