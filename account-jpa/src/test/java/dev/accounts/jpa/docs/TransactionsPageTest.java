package dev.accounts.jpa.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.PlainHibernate;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.spi.AccountTransactions;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.service.AccountService;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Runs the Java of {@code docs/transactions.md} for a host with Hibernate alone, and for one with a replica. */
class TransactionsPageTest {

    /** An entity of the host. */
    @Entity(name = "Note")
    static class Note {

        @Id
        String text = "";

        protected Note() {}

        Note(String text) {
            this.text = text;
        }
    }

    @Test
    void rows_of_the_host_and_an_account_are_committed_together() throws SQLException {
        DataSource dataSource = Snippets.database();
        TestDatabase.execute(dataSource, "create table host_order (goods varchar(20))");
        try (EntityManagerFactory factory = PlainHibernate.over(dataSource, Note.class)) {
            AccountTransactions transactions = AccountTransactions.local(factory);
            JpaAccountStores stores = JpaAccountStores.within(transactions);
            AccountService accounts = Accounts.over(stores).service();
            User user = transactions.call(entityManager -> {
                entityManager.persist(new Note("welcome"));
                entityManager.unwrap(Session.class).doWork(connection -> insertOrder(connection));
                return accounts.register(Registration.of("ana", "k12345678"));
            });
            assertThat(user.username()).isEqualTo("ana");
            assertThat(rows(transactions)).hasToString("[welcome, tea]");
            assertThatThrownBy(() -> transactions.call(entityManager -> {
                        entityManager.persist(new Note("lost"));
                        entityManager.unwrap(Session.class).doWork(TransactionsPageTest::insertOrder);
                        return accounts.register(Registration.of("ana", "k12345678"));
                    }))
                    .isNotNull();
            assertThat(rows(transactions)).hasToString("[welcome, tea]");
        }
    }

    @Test
    void staff_search_on_a_replica() throws SQLException {
        DataSource dataSource = Snippets.database();
        DataSource replica = Snippets.database();
        JpaAccountStores stores = JpaAccountStores.over(dataSource).readReplica(replica);
        Accounts system = Accounts.over(stores);
        try (stores) {
            long ana = system.service()
                    .register(Registration.of("ana", "k12345678"))
                    .id();
            system.maintenance().appointSuperuser(ana);
            assertThat(system.administration().search(ana, UserSearch.all())).isEmpty();
        }
    }

    private static void insertOrder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into host_order values ('tea')");
        }
    }

    private static List<?> rows(AccountTransactions transactions) {
        return transactions.<List<?>>read(entityManager -> entityManager
                .createNativeQuery("select text from Note union all select goods from host_order")
                .getResultList());
    }
}
