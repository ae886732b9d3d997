-- Accounts, and the statement they map to.
create table account (
  company_id int not null,
  id int not null comment 'dense per company, given under the company lock',
  code varchar(64) not null,
  name varchar(200) not null,
  type varchar(16) not null,
  statement_line varchar(64) null,
  blocked boolean not null,
  purpose varchar(16) null comment 'ACQUISITION',
  version bigint not null,
  primary key (company_id, id),
  unique key account_code (company_id, code),
  constraint account_type check (type in ('ASSET', 'LIABILITY', 'EQUITY', 'REVENUE', 'EXPENSE', 'STATISTICAL')),
  constraint account_statement_line check ((type in ('REVENUE', 'EXPENSE')) = (statement_line is not null))
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Append only: the account as it stood from this reference version on.
create table account_history (
  company_id int not null,
  account_id int not null,
  version bigint not null,
  code varchar(64) not null,
  name varchar(200) not null,
  type varchar(16) not null,
  statement_line varchar(64) null,
  removed boolean not null,
  primary key (company_id, account_id, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Append only: the accounts that have lines.
create table account_use (
  company_id int not null,
  account_id int not null,
  primary key (company_id, account_id)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Append only: the statement with the highest version counts; none = the default statement.
create table statement (
  company_id int not null,
  version bigint not null,
  definition mediumtext not null comment 'JSON as in the contract',
  primary key (company_id, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;
