-- The books of legal entities, the one row per company that everything is ordered by, and the log of its changes.
create table company (
  id int not null comment 'random, given by the application; has no order meaning',
  code varchar(64) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  name varchar(200) not null,
  currency char(3) character set ascii collate ascii_bin not null,
  fiscal_year_start_month int not null,
  time_zone varchar(64) character set ascii collate ascii_bin not null,
  version bigint not null comment 'reference version of the last change',
  primary key (id),
  unique key company_code (code),
  constraint company_start_month check (fiscal_year_start_month between 1 and 12)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Whoever numbers entries or changes reference data locks this row; nothing else in a company needs a lock.
create table company_counter (
  company_id int not null,
  last_number bigint not null comment 'the last published entry number',
  lines_through bigint not null comment 'lines of all entries up to last_number',
  reference_version bigint not null,
  recorded_at datetime(6) not null comment 'UTC; of the last batch or change, never runs backwards',
  last_account_id int not null,
  last_dimension_id int not null,
  last_value_id int not null,
  primary key (company_id),
  constraint company_counter_positive check (last_number >= 0 and lines_through >= last_number)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Which part of the reference data changed with which version, and when: what is reloaded, and what was known when.
create table reference_change (
  company_id int not null,
  version bigint not null,
  part varchar(160) not null,
  recorded_at datetime(6) not null,
  primary key (company_id, version, part)
) character set utf8mb4 collate utf8mb4_nopad_bin;
