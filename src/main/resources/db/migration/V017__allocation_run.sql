-- What UsedVersions reads of runs.
create table allocation_run (
  company_id int not null,
  id int not null,
  cycle_code varchar(64) not null,
  version_from char(7) character set ascii collate ascii_bin not null,
  period char(7) character set ascii collate ascii_bin not null,
  scenario varchar(64) not null,
  state varchar(16) not null,
  primary key (company_id, id)
) character set utf8mb4 collate utf8mb4_nopad_bin;
