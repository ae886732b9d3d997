-- Append only: what was left out of an entry whose source is accepted as unassigned, and why; the first 1,000 of each.
create table left_out_value (
  batch_id bigint not null,
  entry_ordinal int not null,
  position smallint not null comment 'from 1, in order of precedence',
  code varchar(64) character set ascii collate ascii_bin not null comment 'of the violation that was accepted',
  pointer mediumtext not null comment 'where in the entry as sent the value stood, or lacked',
  message mediumtext not null comment 'names the dimension, the value as sent and what was wrong with it',
  primary key (batch_id, entry_ordinal, position)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger left_out_value_no_update before update on left_out_value for each row
  signal sqlstate '45000' set message_text = 'left_out_value is append only';

-- As with lines: only what was never published may be swept, and only by the owner.
delimiter //
create trigger left_out_value_no_delete before delete on left_out_value for each row
begin
  if exists (select 1 from posting_batch where batch_id = old.batch_id) then
    signal sqlstate '45000' set message_text = 'left_out_value is append only';
  end if;
end//
delimiter ;
