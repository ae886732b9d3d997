-- Which periods take postings, how the entries of a source are taken, and the entries that were set aside.

-- Append only: of the rows of a scenario and period the one with the highest version counts; none = OPEN.
create table period_status (
  company_id int not null,
  scenario varchar(64) not null,
  period varchar(7) character set ascii collate ascii_bin not null comment '2026-03',
  version bigint not null,
  status varchar(16) character set ascii collate ascii_bin not null,
  primary key (company_id, scenario, period, version),
  constraint period_status_known check (status in ('FUTURE', 'OPEN', 'SOFT_CLOSED', 'CLOSED'))
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table source_setting (
  company_id int not null,
  code varchar(64) not null,
  mode varchar(32) character set ascii collate ascii_bin not null,
  late_lines varchar(16) character set ascii collate ascii_bin not null,
  version bigint not null,
  primary key (company_id, code),
  constraint source_setting_mode check (mode in ('REJECT', 'QUARANTINE', 'ACCEPT_AS_UNASSIGNED')),
  constraint source_setting_late check (late_lines in ('REJECT', 'REDIRECT'))
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Append only: an entry that was refused and set aside, as it was sent.
create table quarantined_entry (
  company_id int not null,
  id bigint not null comment 'given by the application; rises with time',
  source varchar(64) not null,
  external_id varchar(250) not null comment 'as sent, cut; empty when there was none',
  fingerprint binary(32) not null comment 'SHA-256 of the entry as sent: the same again is the same row',
  primary key (company_id, id),
  unique key quarantined_entry_fingerprint (company_id, fingerprint)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Append only: what happened to it. The last step says what it is now.
create table quarantine_step (
  company_id int not null,
  entry_id bigint not null,
  step int not null comment 'from 1',
  kind varchar(16) character set ascii collate ascii_bin not null,
  recorded_at datetime(6) not null comment 'UTC',
  recorded_by varchar(200) null,
  reason varchar(500) null,
  content mediumtext null comment 'JSON: the entry as sent or mended',
  violations mediumtext null comment 'JSON: what was wrong with it then',
  posted_batch_id bigint null,
  posted_ordinal int null,
  primary key (company_id, entry_id, step),
  constraint quarantine_step_kind check (kind in ('HELD', 'MENDED', 'RELEASED', 'DISCARDED'))
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger period_status_no_update before update on period_status for each row
  signal sqlstate '45000' set message_text = 'period_status is append only';
create trigger period_status_no_delete before delete on period_status for each row
  signal sqlstate '45000' set message_text = 'period_status is append only';
create trigger quarantined_entry_no_update before update on quarantined_entry for each row
  signal sqlstate '45000' set message_text = 'quarantined_entry is append only';
create trigger quarantined_entry_no_delete before delete on quarantined_entry for each row
  signal sqlstate '45000' set message_text = 'quarantined_entry is append only';
create trigger quarantine_step_no_update before update on quarantine_step for each row
  signal sqlstate '45000' set message_text = 'quarantine_step is append only';
create trigger quarantine_step_no_delete before delete on quarantine_step for each row
  signal sqlstate '45000' set message_text = 'quarantine_step is append only';
