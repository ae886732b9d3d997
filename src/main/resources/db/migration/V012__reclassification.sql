-- Corrections of dimensions after posting: what was asked, which lines it concerns, each step taken, and where lines
-- have been moved to. The entries themselves lie in the journal; nothing here is ever changed.
create table reclassification (
  company_id int not null,
  id int not null comment 'dense per company, given under the company lock',
  description varchar(500) null,
  reason varchar(500) null,
  mode varchar(16) character set ascii collate ascii_bin not null,
  changes text not null comment 'DIMENSION:value;DIMENSION: (none = taken away, or derived anew)',
  range_from varchar(10) null comment 'null = the lines were named one by one',
  range_to varchar(10) null,
  accounts text not null comment 'codes, 47* and 4000..4999, separated by commas',
  filter text not null,
  scenario varchar(64) not null,
  line_count int not null,
  primary key (company_id, id)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table reclassification_line (
  company_id int not null,
  reclassification_id int not null,
  position int not null comment 'from 0',
  batch_id bigint not null,
  entry_ordinal int not null,
  line_number smallint not null,
  before_set_id int not null,
  before_provenance_id bigint not null,
  after_set_id int not null,
  after_provenance_id bigint null comment 'null = what changes comes from the reclassification itself',
  primary key (company_id, reclassification_id, position),
  key reclassification_line_ledger (batch_id, entry_ordinal, line_number)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- The state of a reclassification is that of its last step.
create table reclassification_step (
  company_id int not null,
  reclassification_id int not null,
  step int not null comment 'from 1',
  action varchar(16) character set ascii collate ascii_bin not null,
  state varchar(16) character set ascii collate ascii_bin not null comment 'after the step',
  taken_by varchar(100) null,
  recorded_at datetime(6) not null comment 'UTC',
  violations int not null comment 'found by the step',
  first_number bigint not null comment 'of the entries it posted; 0 = none',
  entry_count int not null,
  primary key (company_id, reclassification_id, step)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- The line now stands on to_set_id of the move with the highest number.
create table line_move (
  batch_id bigint not null,
  entry_ordinal int not null,
  line_number smallint not null,
  number bigint not null comment 'of the first entry that moved it; orders the moves of a company',
  company_id int not null,
  reclassification_id int not null,
  is_undo boolean not null,
  from_set_id int not null,
  to_set_id int not null,
  to_provenance_id bigint not null,
  primary key (batch_id, entry_ordinal, line_number, number),
  key line_move_company (company_id, number),
  key line_move_reclassification (company_id, reclassification_id, is_undo)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger reclassification_no_update before update on reclassification for each row
  signal sqlstate '45000' set message_text = 'reclassification is append only';
create trigger reclassification_no_delete before delete on reclassification for each row
  signal sqlstate '45000' set message_text = 'reclassification is append only';
create trigger reclassification_line_no_update before update on reclassification_line for each row
  signal sqlstate '45000' set message_text = 'reclassification_line is append only';
create trigger reclassification_line_no_delete before delete on reclassification_line for each row
  signal sqlstate '45000' set message_text = 'reclassification_line is append only';
create trigger reclassification_step_no_update before update on reclassification_step for each row
  signal sqlstate '45000' set message_text = 'reclassification_step is append only';
create trigger reclassification_step_no_delete before delete on reclassification_step for each row
  signal sqlstate '45000' set message_text = 'reclassification_step is append only';
create trigger line_move_no_update before update on line_move for each row
  signal sqlstate '45000' set message_text = 'line_move is append only';
create trigger line_move_no_delete before delete on line_move for each row
  signal sqlstate '45000' set message_text = 'line_move is append only';

-- Dimensions that no reclassification may touch: of the rows of a company the one with the highest version counts.
create table reclassification_lock (
  company_id int not null,
  version bigint not null,
  dimensions text not null comment 'dimension ids separated by commas',
  primary key (company_id, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;
create trigger reclassification_lock_no_update before update on reclassification_lock for each row
  signal sqlstate '45000' set message_text = 'reclassification_lock is append only';
create trigger reclassification_lock_no_delete before delete on reclassification_lock for each row
  signal sqlstate '45000' set message_text = 'reclassification_lock is append only';
