package dev.accounts.architecture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Which package may know which, read from the names that stand in the compiled classes. Every allowed arrow must be used. */
class PackageArrowsTest {

    private static final Pattern CLASS_NAME = Pattern.compile("dev/accounts/((?:[a-z]+/)*)[A-Z]");

    @Test
    void core() {
        assertThat(arrows(LibraryModule.CORE)).isEqualTo("""
                . -> internal.service, model, policy, service, spi, spi.factor
                http -> ., internal.text, model, model.delegation, model.factor, service
                http.servlet -> http
                internal.account -> internal.event, internal.factor, internal.message, internal.rules, internal.text, internal.throttle, internal.token, model, model.delegation, model.factor, policy, spi, spi.factor
                internal.delegation -> internal.account, internal.event, internal.message, internal.proof, internal.text, internal.token, model, model.delegation, policy, spi, spi.factor
                internal.event -> internal.text, model, model.delegation, policy, spi
                internal.factor -> internal.event, internal.message, internal.text, internal.throttle, internal.token, model, model.factor, policy, spi, spi.factor
                internal.message -> internal.token, model, spi
                internal.proof -> internal.account, internal.event, internal.factor, internal.message, internal.text, internal.throttle, internal.token, model, model.factor, policy, spi, spi.factor
                internal.rules -> internal.text, model, password, policy, spi
                internal.service -> internal.account, internal.delegation, internal.event, internal.factor, internal.message, internal.proof, internal.rules, internal.text, internal.throttle, internal.token, model, model.delegation, model.factor, password, policy, service, spi, spi.factor
                internal.text -> model
                internal.throttle -> model, policy, spi
                internal.token -> internal.event, internal.text, model, model.delegation, model.factor, policy, spi, spi.factor
                micrometer -> model, spi
                model -> model.delegation, model.factor
                model.delegation ->
                model.factor ->
                password -> internal.text, model, spi
                policy -> model, password
                service -> model, model.delegation, model.factor, spi
                spi -> model, model.factor, spi.factor
                spi.factor -> model, model.factor
                """);
    }

    @Test
    void jpa() {
        assertThat(arrows(LibraryModule.JPA)).isEqualTo("""
                jpa -> jpa.internal.entity, jpa.internal.schema, jpa.internal.store, jpa.internal.transaction, jpa.spi, model, spi, spi.factor
                jpa.django -> internal.text, jpa.internal.django, jpa.internal.schema, jpa.internal.transaction, model, password, service
                jpa.internal.django -> internal.text, model
                jpa.internal.entity -> model, spi
                jpa.internal.schema -> jpa.internal.entity, jpa.internal.transaction, model
                jpa.internal.sql -> jpa.internal.entity, jpa.internal.transaction, model, model.delegation, model.factor, spi
                jpa.internal.store -> jpa.internal.entity, jpa.internal.sql, jpa.internal.transaction, model, model.delegation, model.factor, spi, spi.factor
                jpa.internal.transaction -> jpa.spi, model, spi
                jpa.spi ->
                quarkus -> http, jpa.spi, model, service
                spring -> ., http, http.servlet, jpa, jpa.internal.entity, jpa.spi, model, password, policy, service, spi, spi.factor, webauthn
                spring.actuator -> ., micrometer, model, service, spi, spring
                spring.security -> http, model, model.delegation, model.factor, service, spring
                webauthn -> model.factor, spi.factor
                """);
    }

    @Test
    void testkit() {
        assertThat(arrows(LibraryModule.TESTKIT)).isEqualTo("""
                testkit -> ., http, model, model.factor, service, spi, spi.factor, testkit.memory
                testkit.contract.administration -> ., model, service, spi, testkit, testkit.internal
                testkit.contract.delegation -> ., model, model.delegation, model.factor, policy, service, spi, spi.factor, testkit, testkit.internal
                testkit.contract.factor -> ., model, model.delegation, model.factor, policy, service, spi, spi.factor, testkit, testkit.internal
                testkit.contract.http -> ., model, service
                testkit.contract.life -> ., model, model.delegation, policy, service, spi, testkit, testkit.internal
                testkit.contract.protection -> ., model, model.delegation, model.factor, policy, service, spi, testkit, testkit.internal
                testkit.contract.service -> ., model, model.factor, policy, service, spi, testkit, testkit.internal
                testkit.contract.store -> model, model.factor, spi, spi.factor, testkit.internal
                testkit.contract.work -> model, spi, testkit.internal
                testkit.internal -> ., model, model.factor, policy, service, spi, spi.factor, testkit
                testkit.memory -> model, model.delegation, model.factor, spi, spi.factor
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jakarta/persistence",
                "jakarta/json",
                "jakarta/ws",
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
    void no_class_of_core_knows_persistence_web_or_json(String foreign) {
        assertThat(LibraryModule.CORE.classFiles())
                .hasSizeGreaterThan(60)
                .allSatisfy((name, content) ->
                        assertThat(new String(content, ISO_8859_1)).as(name).doesNotContain(foreign));
    }

    @Test
    void only_the_package_for_micrometer_knows_micrometer() {
        assertOnlyPackageKnows(LibraryModule.CORE, "dev.accounts.micrometer.", "io/micrometer");
    }

    @Test
    void only_the_package_for_servlets_knows_servlets() {
        assertOnlyPackageKnows(LibraryModule.CORE, "dev.accounts.http.servlet.", "jakarta/");
    }

    @Test
    void only_the_package_for_spring_knows_spring() {
        assertOnlyPackageKnows(LibraryModule.JPA, "dev.accounts.spring.", "org/springframework", "tools/jackson");
    }

    @Test
    void only_the_package_for_quarkus_knows_quarkus() {
        assertOnlyPackageKnows(
                LibraryModule.JPA, "dev.accounts.quarkus.", "io/quarkus", "io/smallrye", "io/vertx", "jakarta/ws");
    }

    @Test
    void only_the_package_for_passkeys_knows_webauthn4j() {
        assertOnlyPackageKnows(LibraryModule.JPA, "dev.accounts.webauthn.", "com/webauthn4j");
    }

    @Test
    void only_packages_for_frameworks_know_a_json_mapper() {
        assertOnlyPackageKnows(
                LibraryModule.JPA, "dev.accounts.(spring|quarkus).", "com/fasterxml/jackson", "tools/jackson");
    }

    private static void assertOnlyPackageKnows(LibraryModule module, String packages, String... foreign) {
        assertThat(module.classFiles().entrySet())
                .filteredOn(file -> Stream.of(foreign).anyMatch(new String(file.getValue(), ISO_8859_1)::contains))
                .extracting(Map.Entry::getKey)
                .isNotEmpty()
                .allMatch(name -> Pattern.compile(packages).matcher(name).lookingAt());
    }

    /** A line for each package below {@code dev.accounts}, with the packages that it knows; {@code .} is the root. */
    private static String arrows(LibraryModule module) {
        Map<String, NavigableSet<String>> known = new TreeMap<>();
        module.classFiles().forEach((name, content) -> {
            String own = packageOf(name);
            NavigableSet<String> others = known.computeIfAbsent(own, any -> new TreeSet<>());
            CLASS_NAME
                    .matcher(new String(content, ISO_8859_1))
                    .results()
                    .map(PackageArrowsTest::packageNamed)
                    .filter(other -> !other.equals(own))
                    .forEach(others::add);
        });
        return known.entrySet().stream()
                .map(line -> (line.getKey() + " -> " + String.join(", ", line.getValue())).stripTrailing() + "\n")
                .collect(joining());
    }

    private static String packageNamed(MatchResult className) {
        String path = className.group(1);
        return path.isEmpty() ? "." : path.substring(0, path.length() - 1).replace('/', '.');
    }

    private static String packageOf(String className) {
        String path = className.substring("dev.accounts".length(), className.lastIndexOf('.'));
        return path.isEmpty() ? "." : path.substring(1);
    }
}
