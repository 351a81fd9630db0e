package dev.accounts.example.micronaut;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.spi.AccountTransactions;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.Session;

/** Builds the account system in the application's persistence unit and its transactions. */
@Factory
class AccountFactory {

    /** Creates the tables before Hibernate sees them. */
    @Singleton
    BeanCreatedEventListener<DataSource> tables() {
        return event -> {
            try {
                AccountSchema.of(DelegatingDataSource.unwrapDataSource(event.getBean()))
                        .createIfMissing();
                return event.getBean();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Singleton
    JpaAccountStores stores(EntityManager entityManager, TransactionOperations<Session> transactions) {
        return JpaAccountStores.within(AccountTransactions.of(
                entityManager,
                () -> transactions.findTransactionStatus().isPresent(),
                in(transactions, Propagation.REQUIRED),
                in(transactions, Propagation.REQUIRES_NEW)));
    }

    private static Consumer<Runnable> in(TransactionOperations<Session> transactions, Propagation propagation) {
        return work -> transactions.execute(TransactionDefinition.of(propagation), status -> {
            work.run();
            return true;
        });
    }

    @Singleton
    Accounts accounts(JpaAccountStores stores) {
        return Accounts.over(stores);
    }

    @Singleton
    AccountHttp http(Accounts accounts) {
        return AccountHttp.over(accounts);
    }
}
