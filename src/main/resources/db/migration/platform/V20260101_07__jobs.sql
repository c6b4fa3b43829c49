create schema jobs;

-- What is to be done when; the shape is the one that db-scheduler 16 asks for.
create table jobs.task (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index on jobs.task (execution_time);
create index on jobs.task (last_heartbeat);
create index on jobs.task (priority desc, execution_time asc);
