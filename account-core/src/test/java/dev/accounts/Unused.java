package dev.accounts;

import java.lang.reflect.Proxy;

/** Stands where a part is needed and must not be used: every call of it fails the test. */
final class Unused {

    private Unused() {}

    static <T> T of(Class<T> part) {
        return part.cast(Proxy.newProxyInstance(part.getClassLoader(), new Class<?>[] {part}, (proxy, method, args) -> {
            throw new AssertionError("not to be called: " + method);
        }));
    }
}
