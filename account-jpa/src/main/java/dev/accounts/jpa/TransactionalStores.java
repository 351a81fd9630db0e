package dev.accounts.jpa;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.spi.AccountStores;
import java.util.function.Supplier;

/** The unit of work of {@link JpaAccountStores}. */
abstract class TransactionalStores implements AccountStores {

    final StoreCalls calls;

    TransactionalStores(StoreCalls calls) {
        this.calls = calls;
    }

    @Override
    public <R> R atomically(Supplier<R> work) {
        return calls.atomically(requireNonNull(work, "work"));
    }

    @Override
    public <R> R apart(Supplier<R> work) {
        return calls.apart(requireNonNull(work, "work"));
    }

    @Override
    public <R> R reading(Supplier<R> reads) {
        return calls.reading(requireNonNull(reads, "reads"));
    }

    @Override
    public boolean isUnderWay() {
        return calls.isUnderWay();
    }

    @Override
    public void afterCommit(Runnable action) {
        calls.afterCommit(requireNonNull(action, "action"));
    }
}
