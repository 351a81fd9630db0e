package dev.accounts.jpa.internal.transaction;

import dev.accounts.jpa.spi.AccountTransactions;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in a host's transactions. After a commit, a thread may still be bound to the transaction that has ended.
 * Work that took part in it would be lost, so this class runs such work in a new transaction.
 */
final class HostTransactions implements AccountTransactions {

    private final AccountTransactions host;

    /** Not static: an application may have several sets of stores. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Boolean> ended = ThreadLocal.withInitial(() -> false);

    /** Actions that wait for the commit of a transaction that {@link #callAlone} began. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable List<Runnable>> waiting = new ThreadLocal<>();

    HostTransactions(AccountTransactions host) {
        this.host = host;
    }

    @Override
    public boolean isUnderWay() {
        return !ended.get() && host.isUnderWay();
    }

    /**
     * Runs work in a transaction that begins here, because none is under way. Actions after its commit wait until it
     * has returned its connection: they may need one themselves.
     */
    <R> R callAlone(Function<EntityManager, R> work) {
        List<Runnable> actions = new ArrayList<>();
        waiting.set(actions);
        R result;
        try {
            result = call(work);
        } finally {
            waiting.remove();
        }
        actions.forEach(Runnable::run);
        return result;
    }

    @Override
    public <R> R call(Function<EntityManager, R> work) {
        return ended.get() ? callNew(work) : host.call(work);
    }

    @Override
    public <R> R callNew(Function<EntityManager, R> work) {
        return host.callNew(entityManager -> {
            boolean outer = ended.get();
            List<Runnable> outerWaiting = waiting.get();
            ended.set(false);
            waiting.remove();
            try {
                return work.apply(entityManager);
            } finally {
                restore(outer);
                waiting.set(outerWaiting);
            }
        });
    }

    @Override
    public <R> R read(Function<EntityManager, R> work) {
        return ended.get() ? callNew(work) : host.read(work);
    }

    @Override
    public void afterCommit(EntityManager entityManager, Runnable action) {
        List<Runnable> actions = waiting.get();
        if (actions != null) {
            actions.add(action);
            return;
        }
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
