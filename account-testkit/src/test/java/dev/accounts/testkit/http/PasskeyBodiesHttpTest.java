package dev.accounts.testkit.http;

import static dev.accounts.testkit.http.PasskeyClient.CONFIRM;
import static dev.accounts.testkit.http.PasskeyClient.KEY;
import static dev.accounts.testkit.http.PasskeyClient.NOT_ACCEPTED;
import static dev.accounts.testkit.http.PasskeyClient.PASSKEYS;
import static dev.accounts.testkit.http.PasskeyClient.PASSKEY_LOGIN;
import static dev.accounts.testkit.http.PasskeyClient.REGISTER;
import static dev.accounts.testkit.http.PasskeyClient.SECOND_STEP;
import static dev.accounts.testkit.http.PasskeyClient.field;
import static dev.accounts.testkit.http.Wired.REQUIRED;
import static dev.accounts.testkit.http.Wired.assertDone;
import static dev.accounts.testkit.http.Wired.assertInvalid;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the routes of passkeys make of bodies that no browser sends. */
class PasskeyBodiesHttpTest {

    private static final String HOSTILE = "h0stile-marker";
    private static final int MEGABYTE = 1 << 20;
    private static final int LONGEST = 8192;

    private final PasskeyClient ana = new PasskeyClient();
    private final Wired wired = ana.wired;

    static Stream<Arguments> noObjects() {
        return Stream.of(
                Arguments.of(List.of(HOSTILE), "This passkey was not accepted. Begin again."),
                Arguments.of(5, "This passkey was not accepted. Begin again."),
                Arguments.of(true, "This passkey was not accepted. Begin again."),
                Arguments.of(HOSTILE, "This passkey was not accepted. Begin again."),
                Arguments.of(null, "This field may not be null."));
    }

    /** Answers that a verifier must refuse. They have names, because JUnit would print them. */
    static Stream<Named<Map<String, Object>>> brokenAnswers() {
        Object deep = HOSTILE;
        for (int i = 0; i < 100_000; i++) {
            deep = i % 2 == 0 ? Arrays.asList(deep) : Collections.singletonMap("response", deep);
        }
        String megabyte = HOSTILE.repeat(MEGABYTE / HOSTILE.length());
        return Stream.of(
                Named.of("no response", Map.of("id", KEY)),
                answer("text", HOSTILE),
                answer("list", List.of(HOSTILE)),
                answer("deep response", deep),
                answer("deep signature", Collections.singletonMap("signature", deep)),
                answer("null", Collections.singletonMap("clientDataJSON", null)),
                answer("types", Map.of("clientDataJSON", HOSTILE, "attestationObject", 5, "signature", Map.of())),
                answer("long", Map.of("clientDataJSON", megabyte, "signature", megabyte)),
                answer("long handle", Map.of("clientDataJSON", "to " + HOSTILE, "userHandle", megabyte)),
                answer("no Unicode", Map.of("clientDataJSON", "to " + HOSTILE + "\0\uD800", "transports", deep)),
                answer("many", Map.of("transports", Collections.nCopies(100_000, megabyte))));
    }

    private static Named<Map<String, Object>> answer(String name, Object response) {
        return Named.of(name, Map.of("id", KEY, "response", response, HOSTILE, HOSTILE));
    }

    private Map<String, Object> secondStep(Object passkey) {
        Map<String, Object> body = new HashMap<>();
        body.put("challenge", field(ana.logIn(), "challenge"));
        body.put("passkey", passkey);
        return body;
    }

    private List<HttpReply> replies(Object passkey) {
        Map<String, Object> body = Collections.singletonMap("passkey", passkey);
        return List.of(
                wired.post(REGISTER, ana.token, body),
                wired.post(CONFIRM, ana.token, body),
                wired.post(SECOND_STEP, secondStep(passkey)),
                wired.post(PASSKEY_LOGIN, body));
    }

    private static void assertNoEcho(HttpReply reply) {
        assertThat(reply + " " + reply.headers() + " " + reply.body()).doesNotContain(HOSTILE);
    }

    @ParameterizedTest
    @MethodSource("noObjects")
    void are_refused_where_the_passkey_is_no_object(Object passkey, String message) {
        ana.register("Laptop");

        assertThat(replies(passkey)).allSatisfy(reply -> {
            assertInvalid(reply, Map.of("passkey", List.of(message)));
            assertNoEcho(reply);
        });
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void are_refused_where_the_answer_is_none_of_a_browser(Map<String, Object> passkey) {
        ana.register("Laptop");

        List<HttpReply> replies = replies(passkey);

        assertThat(replies).allSatisfy(PasskeyBodiesHttpTest::assertNoEcho);
        assertThat(replies.subList(0, 3)).allSatisfy(reply -> assertInvalid(reply, NOT_ACCEPTED));
        assertThat(replies.get(3).body())
                .isEqualTo(Map.of("non_field_errors", List.of("Unable to log in with provided credentials.")));
        assertThat(ana.verifier.longest).isLessThanOrEqualTo(LONGEST);
    }

    @Test
    void are_refused_where_the_passkey_is_missing() {
        ana.register("Laptop");

        assertInvalid(wired.post(REGISTER, ana.token, Map.of()), Map.of("passkey", REQUIRED));
        assertInvalid(wired.post(PASSKEY_LOGIN, Map.of()), Map.of("passkey", REQUIRED));
        assertInvalid(
                wired.post(SECOND_STEP, Collections.singletonMap("passkey", null)),
                Map.of("challenge", REQUIRED, "passkey", List.of("This field may not be null.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"passkey=%7B%22id%22%3A%22a2V5%22%7D", "passkey[id]=a2V5", "passkey=", "label=x"})
    void of_forms_carry_no_passkey(String form) {
        HttpCall call = HttpCall.of("POST", PASSKEY_LOGIN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .json(form.getBytes(UTF_8), text -> text);

        assertInvalid(wired.handle(call), form.startsWith("passkey=%") ? NOT_ACCEPTED : Map.of("passkey", REQUIRED));
    }

    @Test
    void name_a_passkey_by_a_text() {
        ana.register("Laptop");
        String path = ana.path();
        Map<String, Object> made = PlainPasskeys.made("bmV3", ana.begun(PASSKEYS));
        List<String> notText = List.of("Not a valid string.");

        assertInvalid(
                wired.post(REGISTER, ana.token, Map.of("passkey", made, "name", List.of(HOSTILE))),
                Map.of("name", notText));
        assertInvalid(wired.call("PATCH", path, ana.token, Map.of()), Map.of("name", REQUIRED));
        assertInvalid(wired.call("PATCH", path, ana.token, Map.of("name", 5)), Map.of("name", notText));
        assertInvalid(
                wired.call("PATCH", path, ana.token, Map.of("name", "a\0b")),
                Map.of("name", List.of("Null characters are not allowed.")));
        assertInvalid(wired.post(PASSKEY_LOGIN, Map.of("passkey", Map.of(), "label", 5)), Map.of("label", notText));
        assertThat(ana.listed())
                .singleElement()
                .satisfies(passkey -> assertThat(passkey).containsEntry("name", "Laptop"));
    }

    @Test
    void may_have_a_long_name_and_many_transports() {
        Map<String, Object> made = new HashMap<>(PlainPasskeys.made(KEY, ana.begun(PASSKEYS)));
        Map<String, Object> response = Wired.fields(made.get("response"));
        List<Object> transports = new ArrayList<>(Collections.nCopies(1000, "usb"));
        response.put("transports", transports);
        made.put("response", response);

        HttpReply registered = wired.post(REGISTER, ana.token, Map.of("passkey", made, "name", "n".repeat(MEGABYTE)));

        assertThat(registered.status()).isEqualTo(200);
        ana.take(registered);
        assertThat(ana.listed().get(0)).containsEntry("name", "n".repeat(60));
        assertDone(wired.call("PATCH", ana.path(), ana.token, Map.of("name", " ")));
        assertThat(ana.listed().get(0)).containsEntry("name", "Passkey");
    }
}
