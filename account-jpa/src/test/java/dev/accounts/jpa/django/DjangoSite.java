package dev.accounts.jpa.django;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.database.TestDatabase;

/** The database of a Django application, with the tables of accounts and what a test inserts. */
final class DjangoSite implements AutoCloseable {

    static final String JOINED = "2022-11-06 05:30:00.123456";

    private final TestDatabase kind;
    private final DjangoTestTables tables;
    private final HikariDataSource database;

    private DjangoSite(TestDatabase kind, DjangoTestTables tables) {
        this.kind = kind;
        this.tables = tables;
        this.database = kind.anotherDatabase();
        tables.create(database);
    }

    static DjangoSite on(TestDatabase kind) {
        return new DjangoSite(kind, DjangoTestTables.of(kind));
    }

    static DjangoSite on(TestDatabase kind, String userTable) {
        return new DjangoSite(kind, DjangoTestTables.of(kind).named(userTable));
    }

    HikariDataSource database() {
        return database;
    }

    DjangoImport.Builder importer() {
        return DjangoImport.from(database).userTable(tables.user());
    }

    /** Inserts an active user without a password and an address. */
    void user(long id, String username) {
        execute("insert into " + users() + " (id, password, is_superuser, username, first_name, last_name, email,"
                + " is_staff, is_active, date_joined) values (" + id + ", '!', false, '" + username
                + "', '', '', '', false, true, " + time(JOINED) + ")");
    }

    void user(long id, String username, String changes) {
        user(id, username);
        change(id, changes);
    }

    /** Changes columns of a user. */
    void change(long id, String changes) {
        execute("update " + users() + " set " + changes + " where id = " + id);
    }

    void token(String value, long userId) {
        insert("authtoken_token", "'" + value + "', " + time(JOINED) + ", " + userId);
    }

    /** A time in UTC as a literal; only PostgreSQL keeps its zone. */
    String time(String utc) {
        return "'" + utc + (kind.product().equals("PostgreSQL") ? "+00" : "") + "'";
    }

    void insert(String table, String row) {
        execute("insert into " + table + " values (" + row + ")");
    }

    void execute(String sql) {
        TestDatabase.execute(database, sql);
    }

    /** The table of users, or one of its tables such as {@code USER_groups}, in statements. */
    String sql(String name) {
        return tables.sql(name);
    }

    private String users() {
        return tables.sql("USER");
    }

    @Override
    public void close() {
        database.close();
    }
}
