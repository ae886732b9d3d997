-- What reports as known at an earlier instant look back into. Of a company and of dimensions opened before this, the
-- first that is known of them is how they stand now.

-- Append only: the company as it stood from this reference version on.
create table company_history (
  company_id int not null,
  version bigint not null,
  name varchar(200) not null,
  currency char(3) character set ascii collate ascii_bin not null,
  fiscal_year_start_month int not null,
  time_zone varchar(64) character set ascii collate ascii_bin not null,
  primary key (company_id, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

insert into company_history (company_id, version, name, currency, fiscal_year_start_month, time_zone)
select id, 1, name, currency, fiscal_year_start_month, time_zone
from company;

-- Append only: the dimension as it stood from this reference version on.
create table dimension_history (
  company_id int not null,
  dimension_id int not null,
  version bigint not null,
  code varchar(64) not null,
  name varchar(200) not null,
  blocked boolean not null,
  removed boolean not null,
  primary key (company_id, dimension_id, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

insert into dimension_history (company_id, dimension_id, version, code, name, blocked, removed)
select company_id, id, version, code, name, blocked, false
from dimension;

-- The rest of a value and of an account, so that a picture of then is whole.
alter table dimension_value_history
  add column valid_from date null,
  add column valid_to date null comment 'inclusive',
  add column blocked boolean not null default false,
  add column purpose varchar(16) null comment 'ACQUISITION',
  add column attributes text not null default '{}' comment 'JSON object of strings';

alter table account_history
  add column blocked boolean not null default false,
  add column purpose varchar(16) null comment 'ACQUISITION';

-- Which entries and which reference version were known at an instant: both run with the instants of a company.
alter table posting_batch
  add key posting_batch_recorded (company_id, recorded_at, first_number);
alter table reference_change
  add key reference_change_recorded (company_id, recorded_at, version);

create trigger company_history_no_update before update on company_history for each row
  signal sqlstate '45000' set message_text = 'company_history is append only';
create trigger company_history_no_delete before delete on company_history for each row
  signal sqlstate '45000' set message_text = 'company_history is append only';
create trigger dimension_history_no_update before update on dimension_history for each row
  signal sqlstate '45000' set message_text = 'dimension_history is append only';
create trigger dimension_history_no_delete before delete on dimension_history for each row
  signal sqlstate '45000' set message_text = 'dimension_history is append only';
