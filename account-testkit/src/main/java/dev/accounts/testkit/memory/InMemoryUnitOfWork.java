package dev.accounts.testkit.memory;

import dev.accounts.spi.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Units of work in memory: each holds the monitor of the tables from its beginning to its end. */
record InMemoryUnitOfWork(InMemoryTables tables) implements UnitOfWork {

    @Override
    public <R> R atomically(Supplier<R> work) {
        return alone(() -> tables.journal.isUnderWay() ? tables.journal.join(work) : tables.journal.begin(work));
    }

    @Override
    public <R> R apart(Supplier<R> work) {
        return alone(() -> tables.journal.begin(work));
    }

    @Override
    public <R> R reading(Supplier<R> reads) {
        synchronized (tables) {
            return reads.get();
        }
    }

    @Override
    public boolean isUnderWay() {
        synchronized (tables) {
            return tables.journal.isUnderWay();
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        boolean waits;
        synchronized (tables) {
            waits = tables.journal.onCommit(action);
        }
        if (!waits) {
            action.run();
        }
    }

    /** Runs the actions without the monitor, since threads that they wait for may need it. */
    private <R> R alone(Supplier<R> unit) {
        List<Runnable> actions = new ArrayList<>();
        try {
            synchronized (tables) {
                try {
                    return unit.get();
                } finally {
                    if (!tables.journal.isUnderWay()) {
                        actions.addAll(tables.journal.takeCommitted());
                    }
                }
            }
        } finally {
            actions.forEach(Runnable::run);
        }
    }
}
