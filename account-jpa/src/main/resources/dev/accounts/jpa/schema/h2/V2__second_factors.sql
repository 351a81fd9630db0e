-- Second factors, for H2. It follows V1__accounts.sql and changes no existing row.

-- second_factor says that a login needs more than the password.
alter table account_user add column second_factor boolean default false not null;

-- When and how the owner proved to be the owner. Tokens of before V2 have no time: they were authenticated when they were created.
alter table account_token add column authenticated_at timestamp(6) with time zone;
alter table account_token add column methods varchar(60) default 'PASSWORD' not null;

-- What a token is good for that is no session: the scopes of a personal one, or the staff actor who acts as its owner.
alter table account_token add column delegation varchar(2100);

-- payload is what an operation in two steps keeps between them; secrets in it are encrypted.
alter table account_one_time_token add column payload varchar(300) default '' not null;

-- The app for one-time codes of a user. seed is encrypted. last_step is the time step of the last code that was used.
create table account_totp (
    user_id bigint not null,
    seed varchar(250) not null,
    last_step bigint not null,
    enrolled_at timestamp(6) with time zone not null,
    constraint account_totp_pk primary key (user_id),
    constraint account_totp_user_fk foreign key (user_id) references account_user (id) on delete cascade
);

-- The digests of recovery codes that are not used yet.
create table account_recovery_code (
    digest varbinary(16) not null,
    user_id bigint not null,
    constraint account_recovery_code_pk primary key (digest),
    constraint account_recovery_code_user_fk foreign key (user_id) references account_user (id) on delete cascade
);

create index account_recovery_code_user_ix on account_recovery_code (user_id);

-- digest is the digest of the credential's id. last_challenge is the number of the latest challenge of a login without a name that the
-- passkey has answered. insertion_id shows a registration whether the row under its digest is its own.
create table account_passkey (
    digest varbinary(16) not null,
    user_id bigint not null,
    credential_id varchar(1364) not null,
    public_key varchar(2000) not null,
    name varchar(120) not null,
    transports varchar(100) not null,
    aaguid varchar(36) not null,
    backup_eligible boolean not null,
    user_verified boolean not null,
    created_at timestamp(6) with time zone not null,
    sign_count bigint not null,
    last_challenge bigint not null,
    backed_up boolean not null,
    last_used_at timestamp(6) with time zone,
    insertion_id varchar(36),
    constraint account_passkey_pk primary key (digest),
    constraint account_passkey_user_fk foreign key (user_id) references account_user (id) on delete cascade
);

create index account_passkey_user_ix on account_passkey (user_id);
