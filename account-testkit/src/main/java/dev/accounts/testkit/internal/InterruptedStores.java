package dev.accounts.testkit.internal;

import dev.accounts.model.StorageException;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.UserStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Stores that something happens to while a service uses them. */
public final class InterruptedStores {

    private InterruptedStores() {}

    /** Stores that run a step just before their first unit of work. */
    public static AccountStores over(AccountStores stores, Runnable meanwhile) {
        AtomicBoolean happened = new AtomicBoolean();
        return proxy(AccountStores.class, stores, (method, answer) -> {
            if (method.equals("atomically") && !happened.getAndSet(true)) {
                meanwhile.run();
            }
            return answer.get();
        });
    }

    /** Stores whose users cannot be read while they are broken. */
    public static AccountStores failing(AccountStores stores, BooleanSupplier isBroken) {
        UserStore users = proxy(UserStore.class, stores.users(), (method, answer) -> {
            if (isBroken.getAsBoolean()) {
                throw new StorageException(StorageException.Outcome.UNCHANGED, new IllegalStateException("broken"));
            }
            return answer.get();
        });
        return proxy(AccountStores.class, stores, (method, answer) -> method.equals("users") ? users : answer.get());
    }

    private static <T> T proxy(Class<T> type, T target, BiFunction<String, Supplier<Object>, Object> around) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> around.apply(method.getName(), () -> call(method, target, args))));
    }

    private static Object call(Method method, Object target, Object[] args) {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
