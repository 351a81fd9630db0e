package dev.accounts.jpa.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.NotBlank;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A host has Bean Validation on its class path, and leaves {@code jakarta.persistence.validation.mode} at {@code auto}. */
@OnEachDatabase
class ValidatedTest {

    @Parameter
    TestDatabase database;

    @Entity
    static class Label {
        @Id
        long id;

        @NotBlank
        String text = "";
    }

    @Test
    void entities_of_the_host_are_validated_and_accounts_live() throws SQLException {
        try (HikariDataSource pool = database.anotherDatabase();
                Host host = Host.over(pool, Map.of("jakarta.persistence.validation.mode", "auto"), Label.class)) {
            assertThatThrownBy(() -> host.inTransaction(entityManager -> entityManager.persist(new Label())))
                    .hasRootCauseInstanceOf(ConstraintViolationException.class);

            WholeLife.in(host);

            assertThat(Tables.ofTheLibrary(pool)).isEqualTo(Tables.OF_THE_SCRIPT);
        }
    }
}
