package dev.accounts.architecture;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** A reflective call that must work and return something. */
interface Reflection {

    @Nullable
    Object run() throws ReflectiveOperationException;

    static Object uncheckedly(Reflection reflection) {
        try {
            return requireNonNull(reflection.run());
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
