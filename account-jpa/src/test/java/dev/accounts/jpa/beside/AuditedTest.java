package dev.accounts.jpa.beside;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.util.Map;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.Audited;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A host keeps the versions of its own entities with Envers. */
@OnEachDatabase
class AuditedTest {

    @Parameter
    TestDatabase database;

    @Entity(name = "Contract")
    @Audited
    static class Contract {
        @Id
        long id;

        String text = "";
    }

    @Test
    void envers_keeps_versions_of_the_host_and_none_of_the_library() throws SQLException {
        try (HikariDataSource pool = database.anotherDatabase();
                Host host = Host.over(pool, Map.of(), Contract.class)) {
            host.inTransaction(entityManager -> entityManager.persist(new Contract()));

            WholeLife.in(host);

            host.inTransaction(entityManager -> entityManager.find(Contract.class, 0L).text = "changed");
            host.inTransaction(entityManager -> assertThat(
                            AuditReaderFactory.get(entityManager).getRevisions(Contract.class, 0L))
                    .hasSize(2));
            assertThat(Tables.of(pool)).contains("contract_aud");
            assertThat(Tables.ofTheLibrary(pool)).isEqualTo(Tables.OF_THE_SCRIPT);
        }
    }
}
