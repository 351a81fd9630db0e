package dev.accounts.quarkus;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.spi.AccountTransactions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;

/**
 * Runs the work of the library in the transactions of Quarkus: it joins {@code @Transactional} methods, and a rollback of the host
 * takes the accounts with it. Needs the extension {@code quarkus-hibernate-orm}.
 */
public final class QuarkusTransactions {

    private QuarkusTransactions() {}

    /**
     * Makes the seam for {@code JpaAccountStores.within}.
     *
     * @param entityManager the injected entity manager of the host's persistence unit
     * @return the seam
     */
    public static AccountTransactions over(EntityManager entityManager) {
        return AccountTransactions.of(
                requireNonNull(entityManager, "entityManager"),
                () -> QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION,
                QuarkusTransaction.joiningExisting()::run,
                QuarkusTransaction.requiringNew()::run);
    }
}
