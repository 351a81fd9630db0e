package dev.accounts.example.quarkus;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.spi.AccountTransactions;
import dev.accounts.spi.AccountStores;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The account system, in the persistence unit and the transactions of the application. */
class AccountBeans {

    @Produces
    @Singleton
    AccountStores stores(DataSource dataSource, EntityManager entityManager) throws SQLException {
        AccountSchema.of(dataSource).createIfMissing();
        return JpaAccountStores.within(AccountTransactions.of(
                entityManager,
                () -> QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION,
                QuarkusTransaction.joiningExisting()::run,
                QuarkusTransaction.requiringNew()::run));
    }

    @Produces
    @Singleton
    Accounts accounts(AccountStores stores) {
        return Accounts.over(stores);
    }

    @Produces
    @Singleton
    AccountHttp http(Accounts accounts) {
        return AccountHttp.over(accounts);
    }
}
