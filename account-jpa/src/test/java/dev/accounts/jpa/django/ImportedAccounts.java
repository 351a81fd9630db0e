package dev.accounts.jpa.django;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.password.Argon2idHasher;
import dev.accounts.password.DjangoPasswordHasher;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountService;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Account tables, and a service over them that verifies what Django has hashed. */
final class ImportedAccounts implements AutoCloseable {

    private final HikariDataSource tables;
    private final JpaAccountStores stores;
    private final Accounts system;
    private final Runnable close;

    private ImportedAccounts(HikariDataSource tables, JpaAccountStores stores, Runnable close) {
        this.tables = tables;
        this.stores = stores;
        this.close = close;
        this.system = Accounts.builder(stores)
                .passwordHasher(DjangoPasswordHasher.over(
                        Argon2idHasher.builder().memoryKib(7168).passes(5).build()))
                .withoutThrottle()
                .build();
    }

    /** The tables that tests share, emptied: their ids have gone on. */
    static ImportedAccounts in(TestDatabase database) {
        database.empty();
        return new ImportedAccounts(database.pool(), database.stores(), () -> {});
    }

    /** Tables that never had a row. */
    static ImportedAccounts inNewTables(TestDatabase database) throws SQLException {
        HikariDataSource tables = database.anotherDatabase();
        AccountSchema.of(tables).createIfMissing();
        JpaAccountStores stores = JpaAccountStores.over(tables);
        return new ImportedAccounts(tables, stores, () -> {
            stores.close();
            tables.close();
        });
    }

    HikariDataSource tables() {
        return tables;
    }

    JpaAccountStores stores() {
        return stores;
    }

    AccountService service() {
        return system.service();
    }

    AccountAdministration administration() {
        return system.administration();
    }

    /** The recorded database into these tables. */
    DjangoImport.Builder recorded() {
        return DjangoImport.from(DjangoDump.database())
                .userTable("weather_user")
                .townTables("weather_town", "weather_country");
    }

    String passwordHash(long userId) throws SQLException {
        return rows("select password_hash from account_user where id = " + userId)
                .get(0)
                .get(0);
    }

    /** Every row of every table. */
    Map<String, List<List<String>>> everything() throws SQLException {
        Map<String, List<List<String>>> everything = new LinkedHashMap<>();
        for (String table : TestDatabase.TABLES) {
            everything.put(table, rows("select * from " + table));
        }
        return everything;
    }

    List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = tables.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparing(List::toString));
        return rows;
    }

    @Override
    public void close() {
        close.run();
    }
}
