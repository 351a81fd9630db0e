package dev.accounts.password;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import de.mkammerer.argon2.Argon2Factory;
import dev.accounts.spi.PasswordHasher;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.slf4j.Logger;

/** A server whose own library folder holds JNA and argon2-jvm, and an application that is deployed and taken away. */
class RedeploymentTest {

    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

    @Test
    void no_application_but_the_first_is_kept_alive() throws Exception {
        try (URLClassLoader server = new URLClassLoader(serversOwn(), ClassLoader.getPlatformClassLoader())) {
            WeakReference<ClassLoader> first = deployAndTakeAway(server);
            WeakReference<ClassLoader> second = deployAndTakeAway(server);

            assertThat(collected()).contains(second).isSubsetOf(first, second);
        }
    }

    @Test
    @EnabledForJreRange(minVersion = 24)
    void on_a_jdk_without_security_manager_the_first_is_not_kept_alive_either() throws Exception {
        try (URLClassLoader server = new URLClassLoader(serversOwn(), ClassLoader.getPlatformClassLoader())) {
            WeakReference<ClassLoader> first = deployAndTakeAway(server);

            assertThat(collected()).containsExactly(first);
        }
    }

    private List<Reference<?>> collected() throws InterruptedException {
        List<Reference<?>> all = new ArrayList<>();
        for (int collection = 0; collection < 5 || (all.isEmpty() && collection < 50); collection++) {
            System.gc();
            Reference<?> one = collected.remove(100);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    private WeakReference<ClassLoader> deployAndTakeAway(ClassLoader server) throws Exception {
        URL[] jars = {jarOf(PasswordHasher.class), jarOf(Logger.class), jarOf(Nullable.class)};
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader application = new URLClassLoader(jars, server)) {
            thread.setContextClassLoader(application);
            Object hasher = application
                    .loadClass(Argon2idHasher.class.getName())
                    .getMethod("withDefaults")
                    .invoke(null);
            assertThat(hasher.getClass()).isNotEqualTo(Argon2idHasher.class);
            return new WeakReference<>(application, collected);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] serversOwn() throws Exception {
        URL library = requireNonNull(ClassLoader.getSystemResource("linux-x86-64/libargon2.so"));
        String jar = library.toString().replaceFirst("^jar:(.*)!.*$", "$1");
        return new URL[] {
            jarOf(Argon2Factory.class),
            jarOf(Class.forName("com.sun.jna.Native")),
            URI.create(jar).toURL()
        };
    }

    private static URL jarOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
