package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A start that was killed after any of the statements, on databases that cannot roll them back: PostgreSQL can. */
@OnEachDatabase
class SchemaCutTest {

    @Parameter
    TestDatabase database;

    @Test
    void a_script_that_was_cut_after_any_statement_is_finished_by_the_next_start() throws Exception {
        assumeThat(database.product()).isNotEqualTo("PostgreSQL");
        List<String> statements = ShippedScripts.statements(database, "V1__accounts.sql", "V2__second_factors.sql");
        assertThat(statements).hasSizeGreaterThan(30).anyMatch(sql -> sql.startsWith("insert into account_guard"));
        List<String> whole = afterCut(statements, statements.size(), false);

        for (int cut = 0; cut < statements.size(); cut++) {
            assertThat(afterCut(statements, cut, true))
                    .as("cut after statement " + cut)
                    .isEqualTo(whole);
        }
    }

    /** Runs the statements before the cut, and what the next start adds; returns the schema. */
    private List<String> afterCut(List<String> statements, int cut, boolean unfinished) throws SQLException {
        try (HikariDataSource fresh = database.anotherDatabase()) {
            statements.subList(0, cut).forEach(statement -> TestDatabase.execute(fresh, statement));

            assertThat(AccountSchema.of(fresh).createIfMissing())
                    .as("cut after statement " + cut)
                    .isEqualTo(unfinished);

            assertThat(AccountSchema.of(fresh).createIfMissing()).isFalse();
            return SchemaDump.of(fresh);
        }
    }
}
