-- What governs allocations. All of it is append only: of the rows with the same code the one with the highest version
-- counts, so that a run finds the rules it used. Codes, because a run may outlive what it names; lists of codes have
-- blanks between.
create table cost_pool (
  company_id int not null,
  code varchar(64) not null,
  version bigint not null,
  removed boolean not null comment 'taken away with this version',
  name varchar(200) not null,
  accounts mediumtext not null comment 'accounts, beginnings (47*), ranges (4000..4999)',
  filter mediumtext not null comment 'as reports have it; empty = every line',
  unit varchar(64) null comment 'of the practical capacity',
  primary key (company_id, code, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Holds from its period until the next one of the same pool.
create table pool_capacity (
  company_id int not null,
  pool varchar(64) not null,
  period char(7) character set ascii collate ascii_bin not null comment '2026-03',
  version bigint not null,
  practical decimal(15,6) null comment 'in the unit of the pool; null = taken back with this version',
  primary key (company_id, pool, period, version),
  constraint pool_capacity_practical check (practical is null or practical > 0)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table driver (
  company_id int not null,
  code varchar(64) not null,
  version bigint not null,
  removed boolean not null comment 'taken away with this version',
  name varchar(200) not null,
  unit varchar(64) not null,
  receivers varchar(1000) not null comment 'dimensions, in byte order',
  negative varchar(16) not null,
  measure varchar(16) null comment 'null = quantities are uploaded',
  distinct_dimension varchar(64) null comment 'of DISTINCT',
  accounts mediumtext not null comment 'empty = all of revenue and expense',
  filter mediumtext not null,
  primary key (company_id, code, version),
  constraint driver_negative check (negative in ('REFUSE', 'CLAMP')),
  constraint driver_measure check (measure in ('LINES', 'ENTRIES', 'AMOUNT', 'QUANTITY', 'DISTINCT'))
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table driver_quantity (
  company_id int not null,
  driver varchar(64) not null,
  period char(7) character set ascii collate ascii_bin not null comment '2026-03',
  receiver varchar(700) character set ascii collate ascii_bin not null
    comment 'CUSTOMER:C1;REGION:EU by dimension code, or pool:HR',
  version bigint not null,
  quantity decimal(15,6) null comment 'in the unit of the driver; null = taken back with this version',
  primary key (company_id, driver, period, receiver, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table allocation_cycle (
  company_id int not null,
  code varchar(64) not null,
  version bigint not null,
  removed boolean not null comment 'taken away with this version',
  name varchar(200) not null,
  definition mediumtext not null comment 'JSON array: the versions of the rules by the period from which they hold',
  primary key (company_id, code, version)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create trigger cost_pool_no_update before update on cost_pool for each row
  signal sqlstate '45000' set message_text = 'cost_pool is append only';
create trigger cost_pool_no_delete before delete on cost_pool for each row
  signal sqlstate '45000' set message_text = 'cost_pool is append only';
create trigger pool_capacity_no_update before update on pool_capacity for each row
  signal sqlstate '45000' set message_text = 'pool_capacity is append only';
create trigger pool_capacity_no_delete before delete on pool_capacity for each row
  signal sqlstate '45000' set message_text = 'pool_capacity is append only';
create trigger driver_no_update before update on driver for each row
  signal sqlstate '45000' set message_text = 'driver is append only';
create trigger driver_no_delete before delete on driver for each row
  signal sqlstate '45000' set message_text = 'driver is append only';
create trigger driver_quantity_no_update before update on driver_quantity for each row
  signal sqlstate '45000' set message_text = 'driver_quantity is append only';
create trigger driver_quantity_no_delete before delete on driver_quantity for each row
  signal sqlstate '45000' set message_text = 'driver_quantity is append only';
create trigger allocation_cycle_no_update before update on allocation_cycle for each row
  signal sqlstate '45000' set message_text = 'allocation_cycle is append only';
create trigger allocation_cycle_no_delete before delete on allocation_cycle for each row
  signal sqlstate '45000' set message_text = 'allocation_cycle is append only';
