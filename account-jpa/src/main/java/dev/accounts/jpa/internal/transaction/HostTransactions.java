package dev.accounts.jpa.internal.transaction;

import dev.accounts.jpa.spi.AccountTransactions;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a host, and what a thread has to know of one that has ended and not let go of it yet: what is done
 * after a commit would take part in it and be lost, so that it has transactions of its own.
 */
final class HostTransactions implements AccountTransactions {

    private final AccountTransactions host;

    /** Not static: an application may have several sets of stores. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Boolean> ended = ThreadLocal.withInitial(() -> false);

    /** What waits for the commit of a transaction that was begun here. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable List<Runnable>> waiting = new ThreadLocal<>();

    HostTransactions(AccountTransactions host) {
        this.host = host;
    }

    boolean isUnderWay() {
        return !ended.get() && host.read(EntityManager::isJoinedToTransaction);
    }

    /**
     * Runs work in a transaction that is begun here, none being under way. What is to be done after its commit waits until it
     * has given its connection back: it may need one itself.
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
        actions.forEach(OwnTransactions::run);
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
