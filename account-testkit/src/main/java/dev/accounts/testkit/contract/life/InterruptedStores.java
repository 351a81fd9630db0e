package dev.accounts.testkit.contract.life;

import dev.accounts.spi.AccountStores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stores that run a step just before their first unit of work. */
final class InterruptedStores {

    private InterruptedStores() {}

    static AccountStores over(AccountStores stores, Runnable meanwhile) {
        AtomicBoolean happened = new AtomicBoolean();
        return (AccountStores) Proxy.newProxyInstance(
                AccountStores.class.getClassLoader(), new Class<?>[] {AccountStores.class}, (proxy, method, args) -> {
                    if (method.getName().equals("atomically") && !happened.getAndSet(true)) {
                        meanwhile.run();
                    }
                    try {
                        return method.invoke(stores, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
