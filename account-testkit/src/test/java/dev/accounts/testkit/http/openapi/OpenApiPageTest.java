package dev.accounts.testkit.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the OpenAPI document with the table of routes in {@code docs/http.md}. */
class OpenApiPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]*`[A-Z]+ /[^|]*) \\| (yes|–) \\| ([^|]*) \\|");
    private static final Pattern METHOD = Pattern.compile("[A-Z]{3,}");
    private static final Pattern FIELD = Pattern.compile("`([a-z_]+)`");

    private final Map<String, Row> rows = rows();

    /** What the table says of one method and path. */
    private record Row(boolean needsToken, String body) {

        List<String> fields() {
            return fields(body);
        }

        List<String> required() {
            return body.startsWith("any of") ? List.of() : fields(body.split("; optional", 2)[0]);
        }

        private static List<String> fields(String text) {
            return FIELD.matcher(text).results().map(name -> name.group(1)).toList();
        }
    }

    static List<DescribedOperation> operations() {
        return OpenApi.DOCUMENT.operations().stream()
                .filter(operation -> !Set.of("HEAD", "OPTIONS").contains(operation.method()))
                .toList();
    }

    private static Map<String, Row> rows() {
        try {
            Map<String, Row> rows = new LinkedHashMap<>();
            ROW.matcher(Files.readString(Path.of("../docs/http.md"))).results().forEach(row -> add(rows, row));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, Row> rows, MatchResult row) {
        String path = row.group(1).replaceFirst(".* ", "").replace("`", "").replaceAll("<([a-z]+)>", "{$1}");
        METHOD.matcher(row.group(1)).results().map(MatchResult::group).forEach(method -> {
            Row given = new Row(row.group(2).equals("yes"), row.group(3));
            boolean isAsForMe = given.body().equals("as for `me/`");
            rows.put(method + " " + path, isAsForMe ? rows.get(method + " /auth/users/me/") : given);
        });
    }

    @Test
    void has_the_routes_of_the_page() {
        assertThat(operations()).extracting(Object::toString).containsExactlyInAnyOrderElementsOf(rows.keySet());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void has_the_tokens_and_bodies_of_the_page(DescribedOperation operation) {
        Row row = rows.get(operation.toString());

        assertThat(row).isNotNull();
        assertThat(operation.needsToken()).isEqualTo(row.needsToken());
        assertThat(operation.readsBody()).isEqualTo(!row.fields().isEmpty());
        if (operation.readsBody()) {
            assertThat(operation.fields()).containsExactlyInAnyOrderElementsOf(row.fields());
            assertThat(operation.requiredFields()).containsExactlyInAnyOrderElementsOf(row.required());
        }
    }
}
