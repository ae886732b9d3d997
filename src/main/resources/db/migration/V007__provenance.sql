-- Where the values of a line come from, what a redirected entry was dated, amounts in another currency, and what a feed
-- is compared by.
create table provenance (
  company_id int not null,
  id bigint not null comment '63 bits of SHA-256 of content',
  content varchar(2000) character set ascii collate ascii_bin not null comment 'dimensionId:ORIGIN,... by dimension id',
  primary key (company_id, id)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger provenance_no_update before update on provenance for each row
  signal sqlstate '45000' set message_text = 'provenance is append only';
create trigger provenance_no_delete before delete on provenance for each row
  signal sqlstate '45000' set message_text = 'provenance is append only';

alter table ledger_line
  add column provenance_id bigint not null default 0 comment '0 = every value stood on the line' after dimension_set_id,
  add column currency_amount decimal(19,4) null comment 'in the currency of the entry; null = the same as amount'
    after amount;

alter table journal_entry
  add column original_date date null comment 'asked for, when a late entry was redirected' after posting_date,
  add column sent_line_count int not null default 0 comment 'lines as the source sent them, before splits',
  add column debit decimal(28,4) not null default 0 comment 'sum of the debit lines',
  add column credit decimal(28,4) not null default 0 comment 'sum of the credit lines, positive';
