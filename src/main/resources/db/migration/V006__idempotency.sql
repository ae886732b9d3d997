-- Answers kept for repeated requests, written in the transaction of the posting they answer.
create table idempotency_key (
  company_id int not null,
  scope binary(32) not null comment 'SHA-256 of method, path and key',
  body_hash binary(32) not null,
  status int not null,
  location varchar(500) not null,
  body mediumblob not null,
  created_at datetime(6) not null comment 'UTC',
  primary key (company_id, scope),
  key idempotency_key_age (created_at)
) character set utf8mb4 collate utf8mb4_nopad_bin;
