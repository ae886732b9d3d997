-- Append only: what was said of a default rule with this reference version. Of the rows with the same code the one with
-- the highest version counts; the others tell by which rule a stored value came.
create table default_rule (
  company_id int not null,
  code varchar(64) not null,
  version bigint not null,
  removed boolean not null comment 'taken away with this version',
  dimension varchar(64) not null comment 'code of the dimension it fills',
  value varchar(64) null comment 'code of the value it gives; null contributes nothing',
  priority int not null comment '1 goes first',
  source varchar(64) not null comment 'ACCOUNT, or the code of a dimension',
  source_record varchar(80) null comment 'code of one record, or type:<account type>; null = every one',
  conditions text not null comment 'JSON array of objects of strings',
  valid_from date null,
  valid_to date null comment 'inclusive',
  primary key (company_id, code, version),
  constraint default_rule_priority check (priority > 0),
  constraint default_rule_validity check (valid_from is null or valid_to is null or valid_from <= valid_to)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger default_rule_no_update before update on default_rule for each row
  signal sqlstate '45000' set message_text = 'default_rule is append only';
create trigger default_rule_no_delete before delete on default_rule for each row
  signal sqlstate '45000' set message_text = 'default_rule is append only';

-- Fifty dimensions, each filled by a rule with a long code, must fit.
alter table provenance modify column content varchar(5000) character set ascii collate ascii_bin not null
  comment 'dimensionId:ORIGIN,... by dimension id';
