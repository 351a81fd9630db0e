package dev.accounts.jpa.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Stands between the library and the interfaces of a driver. */
public final class Proxies {

    private Proxies() {}

    /** What a proxy does in place of a method. */
    public interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    public static <T> T proxy(Class<T> type, Call call) {
        InvocationHandler handler =
                (proxy, method, arguments) -> call.of(method, arguments == null ? new Object[0] : arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Calls a method, and throws what it throws. */
    public static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
