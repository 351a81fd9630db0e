package dev.accounts.jpa.host;

import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.PlainHibernate;
import dev.accounts.jpa.spi.AccountTransactions;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.AfterEach;

/** The same in the transactions of a host with Hibernate alone. */
@OnEachDatabase
class LocalFailingTransactionsTest extends FailingTransactionsTest {

    private EntityManagerFactory unit;
    private AccountTransactions transactions;

    @Override
    JpaAccountStores stores() {
        unit = PlainHibernate.over(database.pool());
        transactions = AccountTransactions.local(unit);
        return JpaAccountStores.within(transactions);
    }

    @Override
    void inTransaction(Runnable work) {
        transactions.call(any -> {
            work.run();
            return true;
        });
    }

    @AfterEach
    void close() {
        unit.close();
    }
}
