package dev.accounts.spring;

import dev.accounts.jpa.AccountSchema;
import dev.accounts.spring.AccountProperties.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** Creates the tables at start, before any persistence unit is built, if the application wants that. */
final class AccountTables {

    private final DataSource dataSource;
    private final boolean create;

    private AccountTables(DataSource dataSource, boolean create) {
        this.dataSource = dataSource;
        this.create = create;
    }

    static AccountTables in(DataSource dataSource, AccountProperties properties) throws SQLException {
        Schema schema = properties.schema();
        boolean create = schema == null ? isEmbedded(dataSource) : schema == Schema.CREATE;
        AccountTables tables = new AccountTables(dataSource, create);
        tables.complete();
        return tables;
    }

    void complete() throws SQLException {
        if (create) {
            AccountSchema.of(dataSource).createIfMissing();
        }
    }

    private static boolean isEmbedded(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String url = String.valueOf(connection.getMetaData().getURL()).toLowerCase(Locale.ROOT);
            return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
        }
    }
}
