package dev.accounts.jpa;

import dev.accounts.jpa.internal.entity.OwnPersistenceUnit;
import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.schema.SchemaCheck;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Builds the library's own persistence unit and checks tables, or says what is missing. */
final class Opening {

    private Opening() {}

    static EntityManagerFactory ownUnit(DataSource dataSource, boolean connects) {
        if (connects) {
            requireConnection(dataSource);
        }
        try {
            return OwnPersistenceUnit.over(dataSource);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(cure(e) + " The class " + e.getMessage() + " is missing.", e);
        }
    }

    private static String cure(NoClassDefFoundError missing) {
        return String.valueOf(missing.getMessage()).startsWith("jakarta/persistence/")
                ? "Hibernate needs a newer jakarta.persistence-api than the one on the class path, 3.2 for Hibernate 7. Where Spring"
                        + " Boot or another framework manages versions, declare hibernate-core without a version."
                : "The account stores need Hibernate 6.6 or newer on the class path: add org.hibernate.orm:hibernate-core.";
    }

    /** Hibernate would only log why there is no connection, and complain about a missing dialect. */
    private static void requireConnection(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            connection.getMetaData();
        } catch (SQLException e) {
            throw new StorageException(Outcome.UNCHANGED, e);
        }
    }

    static TableNames tables(StoreCalls calls, boolean checked, Runnable onClose) {
        try {
            if (checked) {
                new SchemaCheck(calls).require();
            }
            return calls.read(TableNames::of);
        } catch (RuntimeException e) {
            onClose.run();
            throw e;
        }
    }
}
