package dev.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Loads the classes of this package anew, as if an optional library were not on the class path. */
final class BareClassPath extends ClassLoader {

    private final String missing;

    BareClassPath(String missing) {
        super(BareClassPath.class.getClassLoader());
        this.missing = missing;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(missing)) {
            throw new ClassNotFoundException(name);
        }
        if (!name.matches("dev\\.accounts\\.[A-Z].*")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try (InputStream bytes = Objects.requireNonNull(getParent().getResourceAsStream(file), file)) {
            byte[] code = bytes.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
