package dev.accounts.jpa.internal.transaction;

import dev.accounts.jpa.spi.AccountTransactions;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;

/** Reads on the connection of the transaction that is under way, or of a new session. */
record UnitReads(AccountTransactions transactions) implements SqlReads {

    @Override
    public <R> R query(ReturningWork<R> work) {
        return transactions
                .read(entityManager -> session(entityManager).map(session -> session.doReturningWork(work)))
                .orElseGet(() -> transactions.call(
                        entityManager -> entityManager.unwrap(Session.class).doReturningWork(work)));
    }

    /**
     * Returns nothing if the host's entity manager is a proxy without a session outside a transaction, such as Spring's
     * without its Hibernate adapter.
     */
    private static Optional<Session> session(EntityManager entityManager) {
        // A proxy may be a session whose default methods fail, such as Micronaut's. The session itself has them.
        try {
            return Optional.of(entityManager.unwrap(Session.class));
        } catch (IllegalStateException noTransaction) {
            return Optional.empty();
        }
    }
}
