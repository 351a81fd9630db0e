package dev.accounts.jpa.django;

import dev.accounts.jpa.database.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Tables as Django and Django REST framework create them.
 *
 * @param user the table of the users
 * @param model the name of their model, in lower case
 * @param bool the type of truth values
 * @param time the type of times
 * @param key how the column of a token's value is called
 * @param quote what stands around the names of the tables of the user model
 */
record DjangoTestTables(String user, String model, String bool, String time, String key, String quote) {

    static DjangoTestTables onPostgres() {
        return new DjangoTestTables("auth_user", "user", "boolean", "timestamp with time zone", "key", "");
    }

    /** With a user model of another name; on H2 with the types of SQLite, which has neither times nor truth values. */
    static DjangoTestTables of(TestDatabase database) {
        return switch (database.product()) {
            case "H2" -> new DjangoTestTables("app_person", "person", "integer", "varchar(40)", "\"KEY\"", "");
            case "MariaDB" -> new DjangoTestTables("app_person", "person", "bool", "datetime(6)", "`key`", "");
            default -> new DjangoTestTables("app_person", "person", "boolean", "timestamp with time zone", "key", "");
        };
    }

    /** With another name of the table of users, which is quoted. */
    DjangoTestTables named(String table) {
        return new DjangoTestTables(table, model, bool, time, key, key.startsWith("`") ? "`" : "\"");
    }

    /** The name of a table of the user model in statements, such as {@code USER_groups}. */
    String sql(String name) {
        return quote + name.replace("USER", user) + quote;
    }

    void create(DataSource database) {
        statements().forEach(sql -> TestDatabase.execute(database, sql));
    }

    private Stream<String> statements() {
        return List.of(
                        "create table auth_group (id integer primary key, name varchar(150) not null)",
                        "create table django_content_type (id integer primary key, app_label varchar(100), model varchar(100))",
                        "create table auth_permission (id integer primary key, name varchar(255), content_type_id integer,"
                                + " codename varchar(100))",
                        "create table auth_group_permissions (id bigint primary key, group_id integer, permission_id integer)",
                        "create table [USER] (id bigint primary key, password varchar(300) not null, last_login TIME,"
                                + " is_superuser BOOL not null, username varchar(150) not null, first_name varchar(300) not null,"
                                + " last_name varchar(300) not null, email varchar(254) not null, is_staff BOOL not null,"
                                + " is_active BOOL not null, date_joined TIME not null)",
                        "create table [USER_groups] (id bigint primary key, MODEL_id bigint, group_id integer)",
                        "create table [USER_user_permissions] (id bigint primary key, MODEL_id bigint, permission_id integer)",
                        "create table authtoken_token (KEY varchar(40) primary key, created TIME not null, user_id bigint)")
                .stream()
                .map(sql -> sql.replace("[", quote)
                        .replace("]", quote)
                        .replace("USER", user)
                        .replace("MODEL", model)
                        .replace("BOOL", bool)
                        .replace("TIME", time)
                        .replace("(KEY ", "(" + key + " "));
    }
}
