package dev.accounts.jpa.spi;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs work by the means of a framework.
 *
 * @param entityManager takes part in the transaction of the thread
 * @param underWay whether a transaction is under way on the thread
 * @param joining runs work in the transaction of the thread, or in a new one
 * @param requiringNew runs work in a new transaction
 */
record GivenTransactions(
        EntityManager entityManager,
        BooleanSupplier underWay,
        Consumer<Runnable> joining,
        Consumer<Runnable> requiringNew)
        implements AccountTransactions {

    GivenTransactions {
        requireNonNull(entityManager, "entityManager");
        requireNonNull(underWay, "underWay");
        requireNonNull(joining, "joining");
        requireNonNull(requiringNew, "requiringNew");
    }

    @Override
    public <R> R call(Function<EntityManager, R> work) {
        return run(joining, work);
    }

    @Override
    public <R> R callNew(Function<EntityManager, R> work) {
        return run(requiringNew, work);
    }

    @Override
    public boolean isUnderWay() {
        return underWay.getAsBoolean();
    }

    private <R> R run(Consumer<Runnable> transaction, Function<EntityManager, R> work) {
        List<R> result = new ArrayList<>(1);
        transaction.accept(() -> result.add(work.apply(entityManager)));
        return result.get(0);
    }
}
