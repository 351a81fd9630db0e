// The seam to Spring's transactions, as docs/transactions.md shows it. The tests of dev.accounts.jpa.host run it.
package dev.accounts.jpa.docs;

import dev.accounts.jpa.spi.AccountTransactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

public final class SpringTransactions implements AccountTransactions {

    private final EntityManagerFactory factory;
    private final EntityManager entityManager;
    private final TransactionTemplate joining;
    private final TransactionTemplate apart;

    public SpringTransactions(EntityManagerFactory factory, PlatformTransactionManager transactionManager) {
        this.factory = factory;
        this.entityManager = SharedEntityManagerCreator.createSharedEntityManager(factory);
        this.joining = new TransactionTemplate(transactionManager);
        this.apart = new TransactionTemplate(transactionManager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public <R> R call(Function<EntityManager, R> work) {
        return besideTheRequest(() -> joining.execute(status -> work.apply(entityManager)));
    }

    @Override
    public <R> R callNew(Function<EntityManager, R> work) {
        return besideTheRequest(() -> apart.execute(status -> work.apply(entityManager)));
    }

    @Override
    public <R> R read(Function<EntityManager, R> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.apply(entityManager);
        }
        try (EntityManager own = factory.createEntityManager()) {
            return work.apply(own);
        }
    }

    // Open-in-view binds a session to the request. The session would keep its connection while a password is hashed.
    private <R> R besideTheRequest(Supplier<R> work) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            return work.get();
        }
        Object session = TransactionSynchronizationManager.unbindResourceIfPossible(factory);
        try {
            return work.get();
        } finally {
            if (session != null) {
                TransactionSynchronizationManager.bindResource(factory, session);
            }
        }
    }
}
