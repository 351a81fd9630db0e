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
    private final boolean checked;

    AccountTables(DataSource dataSource, AccountProperties properties) throws SQLException {
        Schema schema = properties.schema();
        this.dataSource = dataSource;
        this.create = schema == null ? isEmbedded(dataSource) : schema == Schema.CREATE;
        this.checked = schema != Schema.NONE;
        complete();
    }

    boolean areChecked() {
        return checked;
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
