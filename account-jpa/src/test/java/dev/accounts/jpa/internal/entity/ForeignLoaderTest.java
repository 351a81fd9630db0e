package dev.accounts.jpa.internal.entity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Defines classes of the entities' package in another class loader, as Quarkus does with Hibernate's proxies. */
class ForeignLoaderTest {

    private static final String PACKAGE = ForeignLoaderTest.class.getPackageName();

    @TempDir
    Path folder;

    static List<Class<?>> entities() {
        return OwnPersistenceUnit.ENTITIES;
    }

    static Stream<Class<?>> keys() {
        return entities().stream()
                .flatMap(entity -> Stream.of(entity.getDeclaredClasses()))
                .filter(Class::isRecord);
    }

    @ParameterizedTest
    @MethodSource("entities")
    void a_proxy_of_an_entity_is_made_in_another_class_loader(Class<?> entity) throws Exception {
        Object proxy = foreign("Proxy", "public class Proxy extends " + entity.getSimpleName() + " {}");

        assertThat(proxy).isInstanceOf(entity);
        assertThat(proxy.getClass().getClassLoader()).isNotSameAs(entity.getClassLoader());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_is_made_in_another_class_loader(Class<?> key) throws Exception {
        String name = key.getCanonicalName();

        Object maker = foreign(
                "Maker",
                "public class Maker { public String toString() { return new " + name + "(1, 2).toString(); } }");

        assertThat(maker).asString().startsWith("Key[");
    }

    @Test
    void there_are_keys_to_test() {
        assertThat(keys()).hasSize(4);
    }

    /** The new object of a class that is compiled in the entities' package and loaded by a loader of its own. */
    private Object foreign(String name, String source) throws Exception {
        Path file = Files.writeString(folder.resolve(name + ".java"), "package " + PACKAGE + ";\n" + source);
        compile(file);
        URI root = folder.toUri();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {root.toURL()}, ForeignLoaderTest.class.getClassLoader())) {
            return loader.loadClass(PACKAGE + "." + name)
                    .getDeclaredConstructor()
                    .newInstance();
        }
    }

    private void compile(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (ByteArrayOutputStream complaints = new ByteArrayOutputStream()) {
            int result = compiler.run(
                    null,
                    complaints,
                    complaints,
                    "-proc:none",
                    "-d",
                    folder.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    file.toString());
            assertThat(result).as(complaints.toString(UTF_8)).isZero();
        }
    }
}
