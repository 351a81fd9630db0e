package dev.accounts.spring;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.spi.AccountTransactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the work of the library in Spring's transactions: it joins {@code @Transactional} methods, and a rollback of the host takes
 * the accounts with it. Thread-safe.
 */
public final class SpringTransactions implements AccountTransactions {

    private final EntityManagerFactory factory;
    private final EntityManager entityManager;
    private final TransactionTemplate joining;
    private final TransactionTemplate apart;

    /**
     * Creates the seam.
     *
     * @param factory the host's persistence unit, which lists {@code META-INF/account-orm.xml} or the library's entities
     * @param transactionManager the manager of its transactions
     */
    public SpringTransactions(EntityManagerFactory factory, PlatformTransactionManager transactionManager) {
        this.factory = requireNonNull(factory, "factory");
        this.entityManager = SharedEntityManagerCreator.createSharedEntityManager(factory);
        this.joining = new TransactionTemplate(requireNonNull(transactionManager, "transactionManager"));
        this.apart = new TransactionTemplate(transactionManager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public <R> R call(Function<EntityManager, R> work) {
        return besideTheRequest(() -> execute(joining, work));
    }

    @Override
    public <R> R callNew(Function<EntityManager, R> work) {
        return besideTheRequest(() -> execute(apart, work));
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

    /** Asks the session itself: in a request with open-in-view, Spring's shared entity manager always denies it. */
    @Override
    public boolean isUnderWay() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && entityManager.unwrap(SessionImplementor.class).isJoinedToTransaction();
    }

    @SuppressWarnings("NullAway") // The result is that of the work.
    private <R> R execute(TransactionTemplate template, Function<EntityManager, R> work) {
        return template.execute(status -> work.apply(entityManager));
    }

    /** Open-in-view binds a session to the request. The session would keep its connection while a password is hashed. */
    private <R> R besideTheRequest(Supplier<R> work) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            return work.get();
        }
        @Nullable Object session = TransactionSynchronizationManager.unbindResourceIfPossible(factory);
        try {
            return work.get();
        } finally {
            if (session != null) {
                TransactionSynchronizationManager.bindResource(factory, session);
            }
        }
    }
}
