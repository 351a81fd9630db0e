package dev.accounts.testkit.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One recorded request, the expected reply, and the values to save from the reply.
 *
 * @param expected the expected reply
 * @param save the names of saved values and the members of the reply that hold them
 */
record RecordedStep(RawRequest request, ExpectedReply expected, Map<String, String> save) {

    private static final Pattern GENERATOR = Pattern.compile("password = '(.+?)' repeated ([0-9]+) times");

    static RecordedStep of(JsonObject step) {
        JsonObject request = step.getAsJsonObject("request");
        Optional<String> generator = text(request, "body_generator");
        return new RecordedStep(
                new RawRequest(
                        request.get("method").getAsString(),
                        request.get("path").getAsString(),
                        texts(request.getAsJsonObject("headers")),
                        text(request, "body").or(() -> generator.map(RecordedStep::generate))),
                ExpectedReply.of(step.getAsJsonObject("expect")),
                step.has("save") ? texts(step.getAsJsonObject("save")) : Map.of());
    }

    private static Optional<String> text(JsonObject object, String member) {
        return Optional.ofNullable(object.get(member))
                .filter(JsonPrimitive.class::isInstance)
                .map(value -> value.getAsString());
    }

    static Map<String, String> texts(JsonObject object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.asMap().forEach((name, value) -> texts.put(name, value.getAsString()));
        return texts;
    }

    /** The body of a login whose password is too long for the file. */
    private static String generate(String generator) {
        Matcher password = GENERATOR.matcher(generator);
        assertThat(password.lookingAt()).as(generator).isTrue();
        JsonObject body = new JsonObject();
        body.addProperty("username", "root");
        body.addProperty("password", password.group(1).repeat(Integer.parseInt(password.group(2))));
        return body.toString();
    }

    void replayGuarded(RawHttpClient client, SavedValues saved) {
        RawRequest filled = request.filled(saved);
        assertThat(client.send(filled).status()).as("%s: status", filled).isBetween(400, 404);
    }

    void replay(RawHttpClient client, SavedValues saved) {
        RawRequest filled = request.filled(saved);
        RawReply reply = client.send(filled);
        try {
            expected.assertMatches(filled, reply, saved);
        } catch (AssertionError failure) {
            throw MapperHint.of(filled, expected, reply)
                    .map(hint -> new AssertionError(failure.getMessage() + "\n" + hint.text(), failure))
                    .orElse(failure);
        }
        save.forEach((name, member) -> {
            JsonObject body = StrictJson.parse(reply.text()).getAsJsonObject();
            assertThat(body.keySet()).as("%s: body", filled).contains(member);
            saved.put(name, body.get(member).getAsString());
        });
    }
}
