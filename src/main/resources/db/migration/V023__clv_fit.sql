-- Fits of customer value: what was asked, from which books, and what came of it. Nothing here is ever changed.
create table clv_fit (
  company_id int not null,
  id varchar(64) character set ascii collate ascii_bin not null comment 'that of the job that made it',
  ledger_number bigint not null comment 'the last entry it saw',
  reference_version bigint not null,
  recorded_at datetime(6) not null comment 'UTC',
  request mediumtext not null comment 'JSON object of texts, as it was asked',
  detail longtext not null comment 'JSON: parameters, covariances, margins, holdout, allocation runs',
  primary key (company_id, id),
  key clv_fit_recorded (company_id, recorded_at, id)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger clv_fit_no_update before update on clv_fit for each row
  signal sqlstate '45000' set message_text = 'clv_fit is append only';
create trigger clv_fit_no_delete before delete on clv_fit for each row
  signal sqlstate '45000' set message_text = 'clv_fit is append only';
