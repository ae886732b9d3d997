-- Append only: the lines of one entry of allocation in one value (docs/adr/0009). Such an entry has no ledger_line.
create table packed_lines (
  batch_id bigint not null,
  entry_ordinal int not null,
  content mediumblob not null comment 'columns of numbers, as the class PackedLines writes them',
  primary key (batch_id, entry_ordinal)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger packed_lines_no_update before update on packed_lines for each row
  signal sqlstate '45000' set message_text = 'packed_lines is append only';

-- As with lines: only what was never published may be swept, and only by the owner.
delimiter //
create trigger packed_lines_no_delete before delete on packed_lines for each row
begin
  if exists (select 1 from posting_batch where batch_id = old.batch_id) then
    signal sqlstate '45000' set message_text = 'packed_lines is append only';
  end if;
end//
delimiter ;
