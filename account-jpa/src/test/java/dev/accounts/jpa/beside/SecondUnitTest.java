package dev.accounts.jpa.beside;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.support.TransactionTemplate;

/** A host has a second persistence unit on another database, which knows nothing of accounts. */
@OnEachDatabase
class SecondUnitTest {

    @Parameter
    TestDatabase database;

    private HikariDataSource pool;
    private HikariDataSource otherPool;
    private Host host;
    private EntityManagerFactory other;
    private TransactionTemplate otherTransaction;

    @BeforeEach
    void open() throws SQLException {
        pool = database.anotherDatabase();
        otherPool = database.anotherDatabase();
        host = Host.over(pool, Map.of());
        Configuration configuration =
                new Configuration().addAnnotatedClass(HostNote.class).setProperty("hibernate.hbm2ddl.auto", "update");
        configuration.getProperties().put("hibernate.connection.datasource", otherPool);
        other = configuration.buildSessionFactory();
        otherTransaction = new TransactionTemplate(new JpaTransactionManager(other));
    }

    @AfterEach
    void close() {
        other.close();
        host.close();
        otherPool.close();
        pool.close();
    }

    @Test
    void accounts_live_in_the_one_unit_and_leave_nothing_in_the_other() throws SQLException {
        note("in the other unit");

        WholeLife.in(host);

        assertThat(host.notes()).containsExactly("kept");
        assertThat(Tables.of(otherPool)).containsExactly("host_note".replace("_", ""));
    }

    /** The library takes part in the transactions of its own unit only. */
    @Test
    void a_transaction_of_the_other_unit_neither_keeps_nor_undoes_accounts() {
        List<AccountEvent> heard = new ArrayList<>();
        AccountService accounts = Accounts.builder(host.stores())
                .passwordHasher(new FastPasswordHasher())
                .listenAfterCommit(heard::add)
                .build()
                .service();

        otherTransaction.executeWithoutResult(status -> {
            note("lost");
            assertThat(accounts.isRegistered("ana")).isFalse();
            accounts.register(Registration.of("ana", "k12345678"));
            assertThat(heard).hasSize(1);
            accounts.login("ana", "k12345678");
            status.setRollbackOnly();
        });

        assertThat(accounts.isRegistered("ana")).isTrue();
        assertThat(accounts.me(accounts.login("ana", "k12345678").value()).username())
                .isEqualTo("ana");
        assertThat(requireNonNull(otherNotes())).isZero();
    }

    private void note(String text) {
        otherTransaction.executeWithoutResult(status ->
                SharedEntityManagerCreator.createSharedEntityManager(other).persist(new HostNote(text)));
    }

    private Long otherNotes() {
        return otherTransaction.execute(status -> SharedEntityManagerCreator.createSharedEntityManager(other)
                .createQuery("select count(n) from HostNote n", Long.class)
                .getSingleResult());
    }
}
