-- Allocation runs: what each was calculated from, what it posted, and where every cent went. Nothing here is ever
-- changed; the state of a run is that of its last step.
create table allocation_run (
  company_id int not null,
  id varchar(64) character set ascii collate ascii_bin not null comment 'that of the job that made it',
  attempt int not null comment 'which of the traces laid down under this id counts',
  cycle_code varchar(64) not null,
  version_from char(7) character set ascii collate ascii_bin not null comment 'of the rules',
  period char(7) character set ascii collate ascii_bin not null,
  scenario varchar(64) not null,
  preview boolean not null,
  ledger_number bigint not null comment 'the last entry it saw',
  reference_version bigint not null,
  fingerprint char(64) character set ascii collate ascii_bin not null comment 'SHA-256 of all it was calculated from',
  recorded_at datetime(6) not null comment 'UTC',
  detail longtext not null comment 'JSON: rules, sources, statement lines',
  primary key (company_id, id),
  key allocation_run_period (company_id, period, scenario, cycle_code),
  key allocation_run_recorded (company_id, recorded_at, id)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table allocation_run_step (
  company_id int not null,
  run_id varchar(64) character set ascii collate ascii_bin not null,
  step int not null comment 'from 1',
  state varchar(16) character set ascii collate ascii_bin not null comment 'PREVIEW, CURRENT, SUPERSEDED, REVERSED',
  recorded_at datetime(6) not null comment 'UTC',
  batch_id bigint not null comment 'of the entries it posted; 0 = none',
  first_ordinal int not null,
  first_number bigint not null,
  entry_count int not null,
  primary key (company_id, run_id, step)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- One row a receiver: the quantities it was measured by, and what each rule brought it. Rows of an attempt that no run
-- names were never seen by anybody.
create table allocation_trace (
  company_id int not null,
  run_id varchar(64) character set ascii collate ascii_bin not null,
  attempt int not null,
  receiver varchar(670) not null comment 'CUSTOMER:C1;REGION:EU by dimension code, pool:HR',
  quantities text not null comment 'DRIVER=quantity;...',
  steps mediumtext not null comment 'rule.stream.account=weight:amount;... amounts in minor units',
  primary key (company_id, run_id, attempt, receiver)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger allocation_run_no_update before update on allocation_run for each row
  signal sqlstate '45000' set message_text = 'allocation_run is append only';
create trigger allocation_run_no_delete before delete on allocation_run for each row
  signal sqlstate '45000' set message_text = 'allocation_run is append only';
create trigger allocation_run_step_no_update before update on allocation_run_step for each row
  signal sqlstate '45000' set message_text = 'allocation_run_step is append only';
create trigger allocation_run_step_no_delete before delete on allocation_run_step for each row
  signal sqlstate '45000' set message_text = 'allocation_run_step is append only';
create trigger allocation_trace_no_update before update on allocation_trace for each row
  signal sqlstate '45000' set message_text = 'allocation_trace is append only';
create trigger allocation_trace_no_delete before delete on allocation_trace for each row
  signal sqlstate '45000' set message_text = 'allocation_trace is append only';
