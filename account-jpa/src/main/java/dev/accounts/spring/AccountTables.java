package dev.accounts.spring;

import dev.accounts.jpa.AccountSchema;
import dev.accounts.spring.AccountProperties.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** Creates the tables at start, before any persistence unit is built, if the application wants that. */
final class AccountTables {

    private final boolean created;
    private final boolean checked;

    AccountTables(DataSource dataSource, AccountProperties properties) throws SQLException {
        Schema schema = properties.schema();
        this.created = schema == null ? isEmbedded(dataSource) : schema == Schema.CREATE;
        this.checked = schema != Schema.NONE;
        if (created) {
            AccountSchema.of(dataSource).createIfMissing();
        }
    }

    boolean areCreated() {
        return created;
    }

    boolean areChecked() {
        return checked;
    }

    private static boolean isEmbedded(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String url = String.valueOf(connection.getMetaData().getURL()).toLowerCase(Locale.ROOT);
            return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
        }
    }
}
