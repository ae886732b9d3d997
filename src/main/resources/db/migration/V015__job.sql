-- Work that outlives its request. Any replica may take a job that is queued, or whose lease ran out.
create table job (
  company_id int not null,
  id bigint not null comment 'given by the application; rises with time',
  kind varchar(64) character set ascii collate ascii_bin not null,
  lock_key varchar(200) null comment 'two unfinished jobs never have the same; null once finished',
  request mediumtext not null comment 'JSON, as its kind reads it',
  state varchar(16) character set ascii collate ascii_bin not null,
  cancel_asked boolean not null,
  progress_done bigint null,
  progress_total bigint null,
  progress_unit varchar(64) null,
  created_at datetime(6) not null comment 'UTC',
  started_at datetime(6) null comment 'UTC, of the first attempt',
  finished_at datetime(6) null comment 'UTC',
  lease_owner varchar(100) character set ascii collate ascii_bin null comment 'one text an attempt: who may write the end',
  lease_until datetime(6) null comment 'UTC',
  attempts int not null,
  result mediumtext null comment 'JSON object',
  problem mediumtext null comment 'JSON object, RFC 9457',
  primary key (company_id, id),
  unique key job_lock (company_id, lock_key),
  key job_open (state, created_at),
  constraint job_state check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  constraint job_request check (json_valid(request)),
  constraint job_lease check ((state = 'RUNNING') = (lease_until is not null)
    and (state <> 'RUNNING' or lease_owner is not null)),
  constraint job_finished check ((state in ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at is not null)
    and (finished_at is null or lock_key is null)),
  constraint job_result check ((state = 'SUCCEEDED') = (result is not null) and (result is null or json_valid(result))),
  constraint job_problem check ((state = 'FAILED') = (problem is not null) and (problem is null or json_valid(problem))),
  constraint job_progress check ((progress_done is null) = (progress_total is null)
    and (progress_done is null) = (progress_unit is null))
) character set utf8mb4 collate utf8mb4_nopad_bin;
