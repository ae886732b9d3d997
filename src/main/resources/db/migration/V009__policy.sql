-- What accounts demand of dimensions, and which values do not go together. Codes, because a rule may outlive what it
-- names; lists of codes have blanks between, tuples stand on lines of their own.
create table dimension_policy (
  company_id int not null,
  code varchar(64) not null,
  dimension varchar(64) not null,
  demand varchar(16) not null,
  accounts mediumtext not null comment 'accounts, beginnings (47*), ranges (4000..4999); empty = any',
  account_types varchar(100) not null comment 'empty = any; with no accounts either = REVENUE EXPENSE',
  fixed_value varchar(64) null,
  allowed mediumtext not null comment 'values, or with all below (EU*); empty = any',
  valid_from date null,
  valid_to date null comment 'inclusive',
  version bigint not null,
  primary key (company_id, code),
  constraint dimension_policy_demand check (demand in ('MANDATORY', 'FIXED', 'FORBIDDEN', 'OPTIONAL'))
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table combination_rule (
  company_id int not null,
  code varchar(64) not null,
  kind varchar(16) not null,
  dimensions varchar(1000) not null,
  combinations mediumtext not null comment 'one tuple a line, in the order of dimensions',
  valid_from date null,
  valid_to date null comment 'inclusive',
  version bigint not null,
  primary key (company_id, code),
  constraint combination_rule_kind check (kind in ('BLOCKED', 'LIMITED'))
) character set utf8mb4 collate utf8mb4_nopad_bin;
