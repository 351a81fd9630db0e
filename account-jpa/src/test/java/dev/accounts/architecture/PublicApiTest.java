package dev.accounts.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.spi.AccountStores;
import java.io.IOException;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a host can see, for what becomes public stays public. A change of the API must change the list too: run this test with
 * {@code -Daccounts.api.write=true} and commit what it wrote.
 */
class PublicApiTest {

    private static final Path LISTS = Path.of("src/test/resources/public-api");
    private static final int MOST_METHODS_OF_A_PORT = 8;

    @ParameterizedTest
    @EnumSource
    void is_as_listed(LibraryModule module) throws IOException {
        Path list = LISTS.resolve(module.artifact() + ".txt");
        List<String> lines = new PublicApi(module).lines();
        if (Boolean.getBoolean("accounts.api.write")) {
            Files.write(list, lines, UTF_8);
        }

        assertThat(lines).hasSizeGreaterThan(10).isEqualTo(Files.readAllLines(list, UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void names_no_internal_type(LibraryModule module) {
        assertThat(new PublicApi(module).types())
                .allSatisfy(type -> assertThat(signatures(type))
                        .as(type.getName())
                        .noneMatch(text -> text.contains("dev.accounts.") && text.contains(".internal.")));
    }

    private static List<String> signatures(Class<?> type) {
        Stream<Type> ofMembers = PublicApi.members(type).map(PublicApi::types).flatMap(List::stream);
        return Stream.concat(PublicApi.parents(type).stream(), ofMembers)
                .map(Type::getTypeName)
                .toList();
    }

    /** {@code AccountStores} only hands out the other ports. */
    @Test
    void no_port_declares_more_than_8_methods_to_implement() {
        List<Class<?>> ports = new PublicApi(LibraryModule.CORE)
                .types().stream()
                        .filter(type -> type.isInterface()
                                && type.getPackageName().equals("dev.accounts.spi")
                                && type != AccountStores.class)
                        .toList();

        assertThat(ports)
                .hasSizeGreaterThan(10)
                .allSatisfy(port -> assertThat(Arrays.stream(port.getDeclaredMethods())
                                .map(Member.class::cast)
                                .filter(method -> Modifier.isAbstract(method.getModifiers())))
                        .as(port.getSimpleName())
                        .hasSizeLessThanOrEqualTo(MOST_METHODS_OF_A_PORT));
    }
}
