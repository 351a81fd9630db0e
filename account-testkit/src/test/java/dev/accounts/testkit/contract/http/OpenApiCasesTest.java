package dev.accounts.testkit.contract.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.accounts.testkit.http.openapi.DescribedOperation;
import dev.accounts.testkit.http.openapi.DescribedReply;
import dev.accounts.testkit.http.openapi.OpenApi;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Proves that the OpenAPI document describes the requests and replies of the recorded cases. */
class OpenApiCasesTest {

    private static final Pattern PART = Pattern.compile("(?s)name=\"([^\"]*)\"\r\n\r\n(.*?)\r\n--");
    private static final String EXAMPLE_TIME = "2026-11-23T17:22:42.513402Z";

    @TestFactory
    Stream<DynamicTest> describes_as_recorded() {
        return RecordedCase.all().stream()
                .map(recorded -> DynamicTest.dynamicTest(
                        recorded.name(), () -> recorded.steps().forEach(OpenApiCasesTest::assertDescribed)));
    }

    private static void assertDescribed(RecordedStep step) {
        RawRequest request = step.request();
        ExpectedReply expected = step.expected();
        Optional<DescribedOperation> operation = OpenApi.DOCUMENT.operation(request.method(), request.path());
        if (operation.isEmpty()) {
            assertThat(expected.statuses()).as("%s", request).containsAnyOf(301, 404, 405);
        }
        expected.statuses().forEach(status -> assertDescribed(request, expected, status));
        if (expected.statuses().stream().allMatch(status -> status < 300)) {
            operation.filter(DescribedOperation::readsBody).ifPresent(reader -> assertDescribed(request, reader));
        }
    }

    private static void assertDescribed(RawRequest request, ExpectedReply expected, int status) {
        List<DescribedReply> replies = OpenApi.DOCUMENT.replies(request.method(), request.path(), status);
        assertThat(replies).as("%s: %d", request, status).hasSize(1);
        DescribedReply reply = replies.get(0);
        assertThat(reply.problemsOfHeaders(expected.headers().keySet()))
                .as("%s: %d", request, status)
                .isEmpty();
        if (!JsonMatcher.isAny(expected.body())) {
            assertThat(reply.problems(example(expected.body())))
                    .as("%s: %d", request, status)
                    .isEmpty();
        }
    }

    /** Replaces the placeholders of a pattern by values that they match. */
    private static JsonElement example(JsonElement pattern) {
        if (pattern.isJsonNull()) {
            return JsonNull.INSTANCE;
        }
        return StrictJson.parse(pattern.toString()
                .replace("\"<int>\"", "1")
                .replace("<token>", "0".repeat(40))
                .replace("<timestamp>", EXAMPLE_TIME)
                .replace("<any>", EXAMPLE_TIME));
    }

    private static void assertDescribed(RawRequest request, DescribedOperation reader) {
        String mediaType = request.headers().getOrDefault("Content-Type", "application/json");
        assertThat(reader.problems(mediaType.split(";", 2)[0], parsed(request)))
                .as("%s: %s", request, request.body())
                .isEmpty();
    }

    private static JsonElement parsed(RawRequest request) {
        String body = request.body().orElse("{}");
        if (request.isJson()) {
            return StrictJson.parse(body);
        }
        JsonObject fields = new JsonObject();
        if (request.isMultipart()) {
            PART.matcher(body).results().forEach(part -> add(fields, part.group(1), part.group(2)));
        } else {
            Stream.of(body.split("&")).map(pair -> pair.split("=", 2)).forEach(pair -> add(fields, pair[0], pair[1]));
        }
        return fields;
    }

    /** Adds the field of a form: of a repeated one the last value counts, and the towns are a list. */
    private static void add(JsonObject fields, String name, String value) {
        String decoded = URLDecoder.decode(value, UTF_8);
        if (!name.equals("towns")) {
            fields.addProperty(name, decoded);
            return;
        }
        JsonArray towns = fields.has(name) ? fields.getAsJsonArray(name) : new JsonArray();
        towns.add(decoded);
        fields.add(name, towns);
    }
}
