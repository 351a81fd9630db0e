package dev.accounts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.service.AccountService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which package may know which, read from the names that stand in the compiled classes. */
class PackageArrowsTest {

    private static final Pattern CLASS_NAME = Pattern.compile("dev/accounts/((?:[a-z]+/)*)[A-Z]");

    /** Every package below {@code dev.accounts}, after the packages that it knows; {@code .} is {@code dev.accounts} itself. */
    private static final String ALLOWED = """
            . -> internal.account, internal.event, internal.message, internal.service, model, policy, service, spi
            http -> ., internal.text, model, service
            internal.account -> internal.event, internal.message, internal.rules, internal.text, internal.throttle, internal.token, model, policy, spi
            internal.event -> internal.text, model, policy, spi
            internal.message -> internal.token, model, spi
            internal.rules -> internal.text, model, password, policy, spi
            internal.service -> internal.account, internal.event, internal.message, internal.rules, internal.text, internal.throttle, internal.token, model, password, policy, service, spi
            internal.text -> model
            internal.throttle -> model, policy, spi
            internal.token -> internal.event, internal.text, model, policy, spi
            micrometer -> model, spi
            model ->
            password -> internal.text, model, spi
            policy -> model, password
            service -> model, spi
            spi -> model
            """;

    @Test
    void packages_know_only_those_that_the_table_allows_and_each_line_of_the_table_is_used() {
        assertThat(arrows()).isEqualTo(ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jakarta/",
                "javax/persistence",
                "javax/servlet",
                "org/hibernate",
                "com/google/gson",
                "com/fasterxml",
                "tools/jackson",
                "org/json",
                "org/springframework",
                "java/sql/"
            })
    void no_class_knows_persistence_web_or_json(String foreign) {
        assertThat(allClasses())
                .hasSizeGreaterThan(60)
                .noneMatch(path -> content(path).contains(foreign));
    }

    private static String arrows() {
        Map<String, NavigableSet<String>> known = new TreeMap<>();
        for (Path path : allClasses()) {
            NavigableSet<String> names = known.computeIfAbsent(packageOf(path), any -> new TreeSet<>());
            CLASS_NAME
                    .matcher(content(path))
                    .results()
                    .map(PackageArrowsTest::packageNamed)
                    .filter(name -> !name.equals(packageOf(path)))
                    .forEach(names::add);
        }
        return known.entrySet().stream()
                .map(line -> line.getKey() + " -> " + String.join(", ", line.getValue()))
                .map(line -> line.stripTrailing() + "\n")
                .collect(joining());
    }

    private static String packageNamed(MatchResult className) {
        String path = className.group(1);
        return path.isEmpty() ? "." : path.substring(0, path.length() - 1).replace('/', '.');
    }

    private static String packageOf(Path classFile) {
        String path = root().resolve("dev/accounts")
                .relativize(classFile.getParent())
                .toString()
                .replace('\\', '/');
        return path.isEmpty() ? "." : path.replace('/', '.');
    }

    private static String content(Path classFile) {
        try {
            return new String(Files.readAllBytes(classFile), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> allClasses() {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(path -> path.toString().endsWith(".class")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(AccountService.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
