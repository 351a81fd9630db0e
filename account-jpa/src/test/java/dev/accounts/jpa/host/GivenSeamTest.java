package dev.accounts.jpa.host;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.spi.AccountTransactions;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A seam that is made of lambdas. */
@OnEachDatabase
class GivenSeamTest extends SeamContract {

    @Override
    AccountTransactions seam() {
        return GivenTransactionsTest.seam(
                database.spring(), TransactionSynchronizationManager::isActualTransactionActive);
    }
}
