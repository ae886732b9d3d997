-- Append only: what a unit of one currency is worth in another from a day on. Of one key the highest version counts;
-- a rate of null takes back what was said of that key before.
create table exchange_rate (
  company_id int not null,
  rate_type varchar(64) not null,
  from_currency char(3) character set ascii collate ascii_bin not null,
  to_currency char(3) character set ascii collate ascii_bin not null,
  rate_date date not null,
  version bigint not null,
  rate decimal(28,12) null comment 'units of to_currency for one of from_currency',
  primary key (company_id, rate_type, from_currency, to_currency, rate_date, version),
  constraint exchange_rate_positive check (rate is null or rate > 0),
  constraint exchange_rate_pair check (from_currency <> to_currency)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Append only: how entries in other currencies are converted, and where differences go; the highest version counts.
create table currency_setting (
  company_id int not null,
  version bigint not null,
  rate_type varchar(64) not null,
  via_currency char(3) character set ascii collate ascii_bin null comment 'null = the currency of the company',
  exchange_difference_account varchar(64) null,
  rounding_account varchar(64) null,
  dimensions text not null comment 'JSON: dimension to value',
  primary key (company_id, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger exchange_rate_no_update before update on exchange_rate for each row
  signal sqlstate '45000' set message_text = 'exchange_rate is append only';
create trigger exchange_rate_no_delete before delete on exchange_rate for each row
  signal sqlstate '45000' set message_text = 'exchange_rate is append only';
create trigger currency_setting_no_update before update on currency_setting for each row
  signal sqlstate '45000' set message_text = 'currency_setting is append only';
create trigger currency_setting_no_delete before delete on currency_setting for each row
  signal sqlstate '45000' set message_text = 'currency_setting is append only';
