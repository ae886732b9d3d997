-- Axes of description, their values, and which value belongs to which value of another dimension.
create table dimension (
  company_id int not null,
  id int not null comment 'dense per company, given under the company lock',
  code varchar(64) not null,
  name varchar(200) not null,
  blocked boolean not null,
  version bigint not null,
  primary key (company_id, id),
  unique key dimension_code (company_id, code)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table dimension_value (
  company_id int not null,
  id int not null comment 'dense per company over all dimensions, given under the company lock',
  dimension_id int not null,
  code varchar(64) not null,
  name varchar(200) not null,
  parent_id int null,
  valid_from date null,
  valid_to date null comment 'inclusive',
  blocked boolean not null,
  purpose varchar(16) null comment 'ACQUISITION',
  attributes text not null comment 'JSON object of strings',
  version bigint not null,
  primary key (company_id, id),
  unique key dimension_value_code (company_id, dimension_id, code),
  key dimension_value_version (company_id, version),
  constraint dimension_value_validity check (valid_from is null or valid_to is null or valid_from <= valid_to)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Append only: the value as it stood from this reference version on.
create table dimension_value_history (
  company_id int not null,
  value_id int not null,
  version bigint not null,
  dimension_id int not null,
  code varchar(64) not null,
  name varchar(200) not null,
  parent_id int null,
  removed boolean not null,
  primary key (company_id, value_id, version),
  key dimension_value_history_version (company_id, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Append only: of the rows with the same value, target dimension and from_date the one with the highest version counts.
create table membership (
  company_id int not null,
  value_id int not null,
  target_dimension_id int not null,
  from_date date not null comment '1899-12-31 = for ever before',
  version bigint not null,
  source_dimension_id int not null,
  member_of_id int null comment 'null ends the membership from that day',
  removed boolean not null comment 'taken back: as if never said',
  primary key (company_id, value_id, target_dimension_id, from_date, version),
  key membership_version (company_id, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Each combination of values that a ledger line carries, stored once. Sets get dense ids under their own counter's lock.
create table dimension_set (
  company_id int not null,
  id int not null,
  hash binary(32) not null comment 'SHA-256 of content',
  content varchar(2000) character set ascii collate ascii_bin not null comment 'dimensionId:valueId,... by dimension id',
  primary key (company_id, id),
  unique key dimension_set_hash (company_id, hash)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table dimension_set_counter (
  company_id int not null,
  last_id int not null,
  primary key (company_id)
) character set utf8mb4 collate utf8mb4_nopad_bin;
