package dev.accounts.testkit.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The reply that a step expects.
 *
 * @param statuses the accepted status codes; all if empty
 * @param body the pattern of the body, JSON null for no body
 * @param headers the headers that the reply must have
 */
record ExpectedReply(List<Integer> statuses, JsonElement body, Map<String, String> headers) {

    private static final String ANY = "<any>";

    static ExpectedReply of(JsonObject expected) {
        return new ExpectedReply(
                statuses(expected.get("status")),
                expected.get("body"),
                expected.has("headers") ? RecordedStep.texts(expected.getAsJsonObject("headers")) : Map.of());
    }

    private static List<Integer> statuses(JsonElement status) {
        if (status.isJsonArray()) {
            return status.getAsJsonArray().asList().stream()
                    .map(JsonElement::getAsInt)
                    .toList();
        }
        return status.getAsString().equals(ANY) ? List.of() : List.of(status.getAsInt());
    }

    void assertMatches(RawRequest request, RawReply reply, SavedValues saved) {
        if (!statuses.isEmpty()) {
            assertThat(statuses)
                    .as("%s: status, body %.200s", request, reply.text())
                    .contains(reply.status());
        }
        if (body.isJsonNull()) {
            assertThat(reply.text()).as("%s: body", request).isBlank();
        } else if (!JsonMatcher.isAny(body)) {
            JsonElement filled = StrictJson.parse(saved.fill(body.toString()));
            assertThat(JsonMatcher.differences(filled, StrictJson.parse(reply.text())))
                    .as("%s: body", request)
                    .isEmpty();
        }
        headers.forEach((name, value) -> assertHeader(request, reply, name, value));
    }

    private static void assertHeader(RawRequest request, RawReply reply, String name, String value) {
        assertThat(reply.headers()).as("%s: headers", request).containsKey(name.toLowerCase(Locale.ROOT));
        if (!value.equals(ANY)) {
            assertThat(reply.headers()).as("%s: headers", request).containsEntry(name.toLowerCase(Locale.ROOT), value);
        }
    }
}
