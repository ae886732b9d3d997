-- The truth: entries and their lines, insert only. An entry exists for readers only through its batch row, which is
-- inserted last, under the lock of company_counter: number = first_number + ordinal.
create table posting_batch (
  batch_id bigint not null comment 'given by the application; has no order meaning',
  company_id int not null,
  first_number bigint not null,
  entry_count int not null,
  lines_through bigint not null comment 'lines of the company up to the end of this batch',
  recorded_at datetime(6) not null comment 'UTC',
  primary key (batch_id),
  unique key posting_batch_number (company_id, first_number),
  key posting_batch_lines (company_id, lines_through),
  constraint posting_batch_count check (first_number > 0 and entry_count > 0)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- No unique key on the external id: a batch that was never published must not count. Uniqueness is checked under the
-- company lock (see JournalStore).
create table journal_entry (
  batch_id bigint not null,
  ordinal int not null,
  company_id int not null,
  source varchar(64) not null,
  external_id varchar(220) not null,
  external_key bigint not null comment 'first 64 bits of SHA-256 of source and external_id',
  content_hash binary(32) not null comment 'SHA-256 of the entry as sent, in normal form',
  kind varchar(16) character set ascii collate ascii_bin not null,
  scenario varchar(64) not null,
  posting_date date not null,
  currency char(3) character set ascii collate ascii_bin not null,
  description varchar(500) null,
  reverses_batch_id bigint null,
  reverses_ordinal int null,
  reason varchar(500) null,
  line_count int not null,
  lines_through bigint not null comment 'lines of the batch up to the end of this entry',
  primary key (batch_id, ordinal),
  key journal_entry_external (company_id, external_key),
  key journal_entry_date (company_id, posting_date),
  key journal_entry_reversal (reverses_batch_id, reverses_ordinal)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- No foreign keys and no reporting index on the hot table: everything is checked in memory before the write.
create table ledger_line (
  batch_id bigint not null,
  entry_ordinal int not null,
  line_number smallint not null,
  account_id int not null,
  dimension_set_id int not null,
  amount decimal(19,4) not null comment 'debit +, credit -',
  quantity decimal(15,6) null,
  membership_date date null comment 'null = the posting date',
  line_id varchar(64) null,
  text varchar(500) null,
  primary key (batch_id, entry_ordinal, line_number)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger posting_batch_no_update before update on posting_batch for each row
  signal sqlstate '45000' set message_text = 'posting_batch is append only';
create trigger posting_batch_no_delete before delete on posting_batch for each row
  signal sqlstate '45000' set message_text = 'posting_batch is append only';
create trigger journal_entry_no_update before update on journal_entry for each row
  signal sqlstate '45000' set message_text = 'journal_entry is append only';
create trigger ledger_line_no_update before update on ledger_line for each row
  signal sqlstate '45000' set message_text = 'ledger_line is append only';

-- What a crash left unpublished nobody has ever seen: only that may be swept, and only by the owner.
delimiter //
create trigger journal_entry_no_delete before delete on journal_entry for each row
begin
  if exists (select 1 from posting_batch where batch_id = old.batch_id) then
    signal sqlstate '45000' set message_text = 'journal_entry is append only';
  end if;
end//
create trigger ledger_line_no_delete before delete on ledger_line for each row
begin
  if exists (select 1 from posting_batch where batch_id = old.batch_id) then
    signal sqlstate '45000' set message_text = 'ledger_line is append only';
  end if;
end//
delimiter ;

-- Batches too long for one transaction, noted before their first line: what a crash left of them is found here.
create table staged_batch (
  batch_id bigint not null,
  company_id int not null,
  started_at datetime(6) not null comment 'UTC',
  primary key (batch_id)
) character set utf8mb4 collate utf8mb4_nopad_bin;
