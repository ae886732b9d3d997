-- Each batch is sealed onto the one before; what a source says it has sent is kept to compare.
alter table posting_batch
  add column seal char(64) character set ascii collate ascii_bin null
    comment 'SHA-256 over the content, the place and the seal before; null = posted before there were seals';

alter table company_counter
  add column last_seal char(64) character set ascii collate ascii_bin not null default '' comment 'of the last batch';

-- Append only: of the rows of one source, scenario and period the one with the highest version counts.
create table control_total (
  company_id int not null,
  source varchar(64) not null,
  scenario varchar(64) not null,
  period char(7) character set ascii collate ascii_bin not null comment '2026-03, by the date the source gave',
  version bigint not null,
  entry_count bigint not null,
  line_count bigint not null comment 'as sent, before splits',
  debit decimal(28,4) not null,
  credit decimal(28,4) not null comment 'positive',
  primary key (company_id, source, scenario, period, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger control_total_no_update before update on control_total for each row
  signal sqlstate '45000' set message_text = 'control_total is append only';
create trigger control_total_no_delete before delete on control_total for each row
  signal sqlstate '45000' set message_text = 'control_total is append only';
