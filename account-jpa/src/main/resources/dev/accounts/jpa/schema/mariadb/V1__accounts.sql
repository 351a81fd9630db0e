-- Tables of the account library for MariaDB 10.6 and newer. The collation neither folds case or accents nor pads with spaces.

-- version counts the changes of a row. An update applies only to the version that it read.
-- insertion_id shows a registration whether the row under its name is its own.
create table account_user (
    id bigint not null auto_increment,
    version bigint default 0 not null,
    username varchar(150) not null,
    username_key varchar(300) not null,
    email varchar(254) not null,
    email_key varchar(510),
    email_verified boolean default false not null,
    pending_email varchar(254),
    password_hash varchar(255) not null,
    first_name varchar(150) default '' not null,
    last_name varchar(150) default '' not null,
    is_active boolean default true not null,
    is_staff boolean default false not null,
    is_superuser boolean default false not null,
    date_joined datetime(6) not null,
    last_login datetime(6),
    days_count integer default 3 not null,
    insertion_id varchar(36),
    constraint account_user_pk primary key (id),
    constraint account_user_username_uk unique (username_key),
    constraint account_user_email_uk unique (email_key),
    constraint account_user_days_count_ck check (days_count between 1 and 10)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index account_user_superuser_ix on account_user (is_superuser);
create index account_user_active_ix on account_user (is_active, id);
create index account_user_staff_ix on account_user (is_staff, id);

create table account_town (
    id bigint not null auto_increment,
    name varchar(200) not null,
    country varchar(200) not null,
    longitude double not null,
    latitude double not null,
    constraint account_town_pk primary key (id),
    constraint account_town_longitude_ck check (longitude between -180 and 180),
    constraint account_town_latitude_ck check (latitude between -90 and 90)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create table account_user_town (
    user_id bigint not null,
    town_id bigint not null,
    constraint account_user_town_pk primary key (user_id, town_id),
    constraint account_user_town_user_fk foreign key (user_id) references account_user (id) on delete cascade,
    constraint account_user_town_town_fk foreign key (town_id) references account_town (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index account_user_town_town_ix on account_user_town (town_id);

-- digest is the digest of the token's value, which is not stored.
create table account_token (
    user_id bigint not null,
    created_at datetime(6) not null,
    last_used_at datetime(6) not null,
    expires_at datetime(6),
    digest varbinary(16) not null,
    label varchar(100) default '' not null,
    constraint account_token_pk primary key (digest),
    constraint account_token_user_fk foreign key (user_id) references account_user (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index account_token_user_ix on account_token (user_id);
create index account_token_last_used_ix on account_token (last_used_at);
create index account_token_expires_ix on account_token (expires_at);

create table account_group (
    id bigint not null auto_increment,
    name varchar(150) not null,
    constraint account_group_pk primary key (id),
    constraint account_group_name_uk unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create table account_permission (
    id bigint not null auto_increment,
    code varchar(200) not null,
    constraint account_permission_pk primary key (id),
    constraint account_permission_code_uk unique (code)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create table account_user_group (
    user_id bigint not null,
    group_id bigint not null,
    constraint account_user_group_pk primary key (user_id, group_id),
    constraint account_user_group_user_fk foreign key (user_id) references account_user (id) on delete cascade,
    constraint account_user_group_group_fk foreign key (group_id) references account_group (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index account_user_group_group_ix on account_user_group (group_id);

create table account_user_permission (
    user_id bigint not null,
    permission_id bigint not null,
    constraint account_user_permission_pk primary key (user_id, permission_id),
    constraint account_user_permission_user_fk foreign key (user_id) references account_user (id) on delete cascade,
    constraint account_user_permission_permission_fk foreign key (permission_id)
        references account_permission (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index account_user_permission_permission_ix on account_user_permission (permission_id);

create table account_group_permission (
    group_id bigint not null,
    permission_id bigint not null,
    constraint account_group_permission_pk primary key (group_id, permission_id),
    constraint account_group_permission_group_fk foreign key (group_id) references account_group (id) on delete cascade,
    constraint account_group_permission_permission_fk foreign key (permission_id)
        references account_permission (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index account_group_permission_permission_ix on account_group_permission (permission_id);

-- A user has at most one token for each purpose.
create table account_one_time_token (
    digest varbinary(16) not null,
    user_id bigint not null,
    purpose varchar(30) character set ascii collate ascii_nopad_bin not null,
    address varchar(254) not null,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    constraint account_one_time_token_pk primary key (digest),
    constraint account_one_time_token_purpose_uk unique (user_id, purpose),
    constraint account_one_time_token_user_fk foreign key (user_id) references account_user (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index account_one_time_token_expires_ix on account_one_time_token (expires_at);

-- digest stands for a user and a source, which is not stored.
create table account_known_source (
    digest varchar(64) character set ascii collate ascii_nopad_bin not null,
    user_id bigint not null,
    last_login_at datetime(6) not null,
    constraint account_known_source_pk primary key (digest),
    constraint account_known_source_user_fk foreign key (user_id) references account_user (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index account_known_source_user_ix on account_known_source (user_id);
create index account_known_source_last_ix on account_known_source (last_login_at);

-- A notice without a user is a dummy for an unknown address. It is never sent.
create table account_outbox (
    id bigint not null auto_increment,
    user_id bigint,
    kind varchar(30) character set ascii collate ascii_nopad_bin not null,
    address varchar(254) not null,
    created_at datetime(6) not null,
    due_at datetime(6) not null,
    attempts integer default 0 not null,
    constraint account_outbox_pk primary key (id),
    constraint account_outbox_user_fk foreign key (user_id) references account_user (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index account_outbox_user_ix on account_outbox (user_id, id);
create index account_outbox_due_ix on account_outbox (due_at);
create index account_outbox_created_ix on account_outbox (created_at);

-- insertion_id shows the transaction that counts a first attempt whether the row is its own.
create table account_attempt (
    attempt_key varchar(64) character set ascii collate ascii_nopad_bin not null,
    attempts integer not null,
    last_at datetime(6) not null,
    insertion_id varchar(36),
    constraint account_attempt_pk primary key (attempt_key)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index account_attempt_last_ix on account_attempt (last_at);

-- There is no foreign key to account_user, because the records outlive the account.
-- Events about no account are counted by the hour: occurrences says how often, count_key what is counted together.
create table account_audit (
    id bigint not null auto_increment,
    happened_at datetime(6) not null,
    event varchar(30) character set ascii collate ascii_nopad_bin not null,
    user_id bigint,
    actor_id bigint,
    source varchar(200),
    detail varchar(100) default '' not null,
    occurrences integer default 1 not null,
    count_key varchar(64) character set ascii collate ascii_nopad_bin,
    constraint account_audit_pk primary key (id),
    constraint account_audit_count_uk unique (count_key)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index account_audit_user_ix on account_audit (user_id, id);
create index account_audit_happened_ix on account_audit (happened_at);

-- What an import from Django copied: digests of the user in Django and of the account after the import. Another import
-- compares them with digests of now.
create table account_import (
    user_id bigint not null,
    source_state varchar(64) character set ascii collate ascii_nopad_bin not null,
    state_here varchar(64) character set ascii collate ascii_nopad_bin not null,
    copied_at datetime(6) not null,
    constraint account_import_pk primary key (user_id),
    constraint account_import_user_fk foreign key (user_id) references account_user (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- The digests of the tokens that an import from Django copied, also of those that were ended since.
create table account_import_token (
    digest varchar(64) character set ascii collate ascii_nopad_bin not null,
    user_id bigint not null,
    constraint account_import_token_pk primary key (digest),
    constraint account_import_token_user_fk foreign key (user_id) references account_user (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index account_import_token_user_ix on account_import_token (user_id);

-- A transaction that decides about superusers updates the row below first, so such transactions run one after the other.
create table account_guard (
    name varchar(30) character set ascii collate ascii_nopad_bin not null,
    counter bigint default 0 not null,
    constraint account_guard_pk primary key (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

insert into account_guard (name, counter) values ('superusers', 0);
