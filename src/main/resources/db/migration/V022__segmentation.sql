-- Rules that put values of one dimension into values of another. A row says what a segmentation is from its reference
-- version on; what it was written back as stands in membership.

create table segmentation (
  company_id int not null,
  code varchar(64) not null,
  version bigint not null,
  removed boolean not null comment 'taken away with this version',
  definition mediumtext not null comment 'JSON, as the contract shows it',
  primary key (company_id, code, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger segmentation_no_update before update on segmentation for each row
  signal sqlstate '45000' set message_text = 'segmentation is append only';
create trigger segmentation_no_delete before delete on segmentation for each row
  signal sqlstate '45000' set message_text = 'segmentation is append only';
