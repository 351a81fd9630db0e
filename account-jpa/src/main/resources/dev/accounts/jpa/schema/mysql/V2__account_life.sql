-- What a whole account life needs beyond V1, for MySQL 8 and newer. The collation neither folds nor pads.

-- version counts the changes of a user: who changes one names the version that was seen.
alter table account_user add column version bigint default 0 not null;
alter table account_user add column email_verified boolean default false not null;
alter table account_user add column pending_email varchar(254);

create index account_user_superuser_ix on account_user (is_superuser);

alter table account_token add column id varchar(36) character set ascii collate ascii_bin;
alter table account_token add column label varchar(100) default '' not null;
alter table account_token add column last_used_at datetime(6);

update account_token set id = uuid(), last_used_at = created_at;

alter table account_token modify column id varchar(36) character set ascii collate ascii_bin not null;
alter table account_token modify column last_used_at datetime(6) not null;
alter table account_token add constraint account_token_id_uk unique (id);

create index account_token_last_used_ix on account_token (last_used_at);

create table account_group_permission (
    group_id bigint not null,
    permission_id bigint not null,
    constraint account_group_permission_pk primary key (group_id, permission_id),
    constraint account_group_permission_group_fk foreign key (group_id) references account_group (id) on delete cascade,
    constraint account_group_permission_permission_fk foreign key (permission_id)
        references account_permission (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_0900_bin;

create index account_group_permission_permission_ix on account_group_permission (permission_id);

create table account_one_time_token (
    digest varchar(64) character set ascii collate ascii_bin not null,
    user_id bigint not null,
    purpose varchar(30) character set ascii collate ascii_bin not null,
    address varchar(254) not null,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    constraint account_one_time_token_pk primary key (digest),
    constraint account_one_time_token_purpose_uk unique (user_id, purpose),
    constraint account_one_time_token_user_fk foreign key (user_id) references account_user (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_0900_bin;

create index account_one_time_token_expires_ix on account_one_time_token (expires_at);

-- A notice without a user goes to nobody.
create table account_outbox (
    id bigint not null auto_increment,
    user_id bigint,
    kind varchar(30) character set ascii collate ascii_bin not null,
    address varchar(254) not null,
    created_at datetime(6) not null,
    due_at datetime(6) not null,
    attempts integer default 0 not null,
    constraint account_outbox_pk primary key (id),
    constraint account_outbox_user_fk foreign key (user_id) references account_user (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_0900_bin;

create index account_outbox_user_ix on account_outbox (user_id, id);
create index account_outbox_due_ix on account_outbox (due_at);
create index account_outbox_created_ix on account_outbox (created_at);

-- insertion_id tells whoever counts a first attempt whether the row is its own.
create table account_attempt (
    attempt_key varchar(64) character set ascii collate ascii_bin not null,
    attempts integer not null,
    last_at datetime(6) not null,
    insertion_id varchar(36),
    constraint account_attempt_pk primary key (attempt_key)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_0900_bin;

create index account_attempt_last_ix on account_attempt (last_at);

-- Users are no foreign keys here: what happened outlives the account.
create table account_audit (
    id bigint not null auto_increment,
    happened_at datetime(6) not null,
    event varchar(30) character set ascii collate ascii_bin not null,
    user_id bigint,
    actor_id bigint,
    source varchar(200),
    detail varchar(100) default '' not null,
    constraint account_audit_pk primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_0900_bin;

create index account_audit_user_ix on account_audit (user_id, id);
create index account_audit_happened_ix on account_audit (happened_at);

-- Whoever must be alone with a decision updates the row of it first.
create table account_guard (
    name varchar(30) character set ascii collate ascii_bin not null,
    counter bigint default 0 not null,
    constraint account_guard_pk primary key (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_0900_bin;

insert into account_guard (name, counter) values ('superusers', 0);
