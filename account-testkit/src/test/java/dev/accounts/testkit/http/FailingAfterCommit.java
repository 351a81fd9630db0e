package dev.accounts.testkit.http;

import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import dev.accounts.spi.AccountStores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores over a database that is lost right after a number of commits. */
final class FailingAfterCommit {

    private final AccountStores real;
    private int commits = Integer.MAX_VALUE;

    FailingAfterCommit(AccountStores real) {
        this.real = real;
    }

    /** From now on everything fails after so many commits. */
    void loseAfter(int number) {
        commits = number;
    }

    void restore() {
        commits = Integer.MAX_VALUE;
    }

    /** Whether the database is lost. */
    boolean isLost() {
        return commits <= 0;
    }

    AccountStores stores() {
        return proxy(AccountStores.class, (method, arguments) -> switch (method.getName()) {
            case "atomically", "apart" -> unit(method, arguments);
            case "reading", "isUnderWay", "afterCommit" -> call(real, method, arguments);
            default -> {
                Object store = call(real, method, arguments);
                yield proxy(method.getReturnType(), (each, values) -> each(store, each, values));
            }
        });
    }

    /** Runs a unit of work. The loss is seen by what the stores do after its commit, by the actions after it, too. */
    private @Nullable Object unit(Method method, Object[] arguments) throws Throwable {
        if (!method.getName().equals("apart") && real.isUnderWay()) {
            return call(real, method, arguments);
        }
        requireThere();
        Supplier<?> work = (Supplier<?>) arguments[0];
        Supplier<?> counted = () -> {
            real.afterCommit(() -> commits--);
            return work.get();
        };
        return call(real, method, new Object[] {counted});
    }

    /** Runs one call of a store; outside a unit of work it is a transaction of its own. */
    private @Nullable Object each(Object store, Method method, Object @Nullable [] arguments) throws Throwable {
        if (!real.isUnderWay()) {
            requireThere();
        }
        return call(store, method, arguments);
    }

    private void requireThere() {
        if (isLost()) {
            throw new StorageException(Outcome.UNCHANGED, new IllegalStateException("the database is lost"));
        }
    }

    private interface Handler {
        @Nullable
        Object handle(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments)));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
