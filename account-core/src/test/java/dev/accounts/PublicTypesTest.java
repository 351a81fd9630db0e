package dev.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.service.AccountService;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much there is to learn: what becomes public stays public. */
class PublicTypesTest {

    private static final int MOST_TYPES = 90;
    private static final int MOST_METHODS = 7;

    private static List<Class<?>> types() throws IOException, URISyntaxException {
        Path root = Path.of(AccountService.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(root::relativize)
                    .map(path -> path.toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".class") && !path.endsWith("-info.class"))
                    .<Class<?>>map(path -> load(path.substring(0, path.length() - ".class".length())))
                    .toList();
        }
    }

    private static Class<?> load(String path) {
        try {
            return Class.forName(path.replace('/', '.'), false, AccountService.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void there_are_fewer_than_90_public_types_that_are_not_part_of_another() throws Exception {
        List<String> types = types().stream()
                .filter(type -> type.getEnclosingClass() == null && Modifier.isPublic(type.getModifiers()))
                .filter(type -> !type.getName().contains(".internal."))
                .map(Class::getName)
                .toList();

        assertThat(types).contains(AccountService.class.getName()).hasSizeLessThan(MOST_TYPES);
    }

    @Test
    void no_port_declares_more_than_7_methods_to_implement() throws Exception {
        List<Class<?>> ports = types().stream()
                .filter(type -> type.isInterface() && type.getPackageName().equals("dev.accounts.spi"))
                .toList();

        assertThat(ports)
                .hasSizeGreaterThan(10)
                .allSatisfy(port -> assertThat(abstractMethods(port))
                        .as(port.getSimpleName())
                        .hasSizeLessThanOrEqualTo(MOST_METHODS));
    }

    private static List<String> abstractMethods(Class<?> port) {
        return Arrays.stream(port.getDeclaredMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(Method::toString)
                .toList();
    }
}
