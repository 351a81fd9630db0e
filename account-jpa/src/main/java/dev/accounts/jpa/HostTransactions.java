package dev.accounts.jpa;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/**
 * The transactions of a host, and what a thread has to know of one that has ended and not let go of it yet: what is done
 * after a commit would take part in it and be lost, so that it has transactions of its own.
 */
final class HostTransactions implements AccountTransactions {

    private final AccountTransactions host;

    /** Not static: an application may have several sets of stores. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Boolean> ended = ThreadLocal.withInitial(() -> false);

    HostTransactions(AccountTransactions host) {
        this.host = host;
    }

    boolean isUnderWay() {
        return !ended.get() && host.read(EntityManager::isJoinedToTransaction);
    }

    @Override
    public <R> R call(Function<EntityManager, R> work) {
        return ended.get() ? callNew(work) : host.call(work);
    }

    @Override
    public <R> R callNew(Function<EntityManager, R> work) {
        return host.callNew(entityManager -> {
            boolean outer = ended.get();
            ended.set(false);
            try {
                return work.apply(entityManager);
            } finally {
                restore(outer);
            }
        });
    }

    @Override
    public <R> R read(Function<EntityManager, R> work) {
        return ended.get() ? callNew(work) : host.read(work);
    }

    @Override
    public void afterCommit(EntityManager entityManager, Runnable action) {
        host.afterCommit(entityManager, () -> {
            boolean outer = ended.get();
            ended.set(true);
            try {
                action.run();
            } finally {
                restore(outer);
            }
        });
    }

    private void restore(boolean outer) {
        if (outer) {
            ended.set(true);
        } else {
            ended.remove();
        }
    }
}
