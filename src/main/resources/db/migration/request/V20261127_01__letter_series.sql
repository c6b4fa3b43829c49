-- Sheets of the office are numbered apart from the letters that it sends.
alter table request.letter_series add column series text not null default 'LETTERS';
alter table request.letter_series drop constraint letter_series_pkey;
alter table request.letter_series add primary key (organ_id, year, series);
alter table request.letter_series alter column series drop default;
