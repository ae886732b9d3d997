-- Levers kept by name, to be calculated again. A row says what a what-if is from its reference version on.

create table what_if (
  company_id int not null,
  code varchar(64) not null,
  version bigint not null,
  removed boolean not null comment 'taken away with this version',
  name varchar(200) not null,
  range_from varchar(10) character set ascii collate ascii_bin null comment '2026-01 or a day; null = the caller says',
  range_to varchar(10) character set ascii collate ascii_bin null,
  axes mediumtext null comment 'as by of reports; null = the caller says',
  levers mediumtext not null comment 'JSON array',
  primary key (company_id, code, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger what_if_no_update before update on what_if for each row
  signal sqlstate '45000' set message_text = 'what_if is append only';
create trigger what_if_no_delete before delete on what_if for each row
  signal sqlstate '45000' set message_text = 'what_if is append only';
