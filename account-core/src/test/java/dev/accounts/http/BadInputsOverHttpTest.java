package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import dev.accounts.BadInput;
import dev.accounts.TokenFixture;
import dev.accounts.UserIdFixture;
import dev.accounts.Verdict;
import dev.accounts.fixture.Bench;
import dev.accounts.fixture.CodesAsTexts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of {@code bad-inputs.jsonl} whose operation exists by now, over HTTP with parsed bodies. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BadInputsOverHttpTest {

    /** Lines that say nothing here, with the reason. */
    private static final Map<String, String> SKIPPED = Map.of(
            "P-014", "a body of more than 64 KiB is not read at all: RequestBodyTest",
            "T-014", "no server passes a line break within a header on; at its end it is white space",
            "T-015", "white space before a token belongs to the header, as recorded",
            "T-016", "white space after a token belongs to the header, as recorded",
            "T-033", "a password cannot be changed in these stores: PasswordsHttpTest of the testkit",
            "T-034", "there is no outbox in these stores: PasswordsHttpTest of the testkit");

    private final Bench bench = new Bench(CodesAsTexts.messages());
    private final AccountHttp http = AccountHttp.over(bench.accounts);

    static Stream<BadInput> registrations() {
        return BadInput.of("username", "email", "password", "townId", "userId")
                .filter(input -> input.operation().equals("register"));
    }

    static Stream<BadInput> logins() {
        return BadInput.of("password").filter(input -> input.operation().equals("login"));
    }

    static Stream<BadInput> tokens() {
        return BadInput.of("token");
    }

    static Stream<BadInput> userIds() {
        return BadInput.of("userId").filter(input -> input.operation().equals("getUser"));
    }

    @BeforeEach
    void registerAlice() {
        bench.registered("alice");
        bench.resetCounters();
    }

    @ParameterizedTest
    @MethodSource("registrations")
    void a_registration_is_judged_before_anything_is_hashed(BadInput input) {
        skipWhereItSaysNothing(input);

        HttpReply reply = http.handle(HttpCall.of("POST", "/auth/users/").body(registration(input)));

        verdict(reply, input).isAsWantedOf(input);
        boolean refusedBeforehand = reply.status() != 200 && !input.isFixture();
        assertThat(bench.hasher.hashes).isEqualTo(refusedBeforehand ? 0 : 1);
        assertThat(bench.stores.accounts).doesNotContainKey(0L).hasSize(reply.status() == 200 ? 2 : 1);
    }

    @ParameterizedTest
    @MethodSource("logins")
    void a_login_is_judged_by_one_verification_at_the_most(BadInput input) {
        CharSequence password = input.isFixture() ? bench.stores.hashes.get(1L) : input.value();
        Map<String, Object> body = Map.of("username", "alice", "password", password.toString());

        HttpReply reply = http.handle(HttpCall.of("POST", "/auth/token/login/").body(body));

        verdict(reply, input).isAsWantedOf(input);
        assertThat(bench.hasher.verifications).isEqualTo(password.toString().contains("\0") ? 0 : 1);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void a_token_is_judged_as_it_stands_in_the_header(BadInput input) {
        skipWhereItSaysNothing(input);
        CharSequence token = input.isFixture() ? new TokenFixture(bench).resolve(input.text("value")) : input.value();
        String path = input.operation().equals("logout") ? "/auth/token/logout/" : "/auth/users/me/";

        HttpReply reply =
                http.handle(HttpCall.of("POST", path).header("Authorization", token == null ? null : "Token " + token));

        verdict(reply, input).isAsWantedOf(input);
        assertThat(reply.headers()).containsEntry("WWW-Authenticate", "Token");
    }

    @ParameterizedTest
    @MethodSource("userIds")
    void a_user_is_found_by_the_last_segment_of_the_path_or_not(BadInput input) {
        Optional<Long> prepared = UserIdFixture.prepare(bench, input);
        CharSequence segment = input.isFixture() ? prepared.orElseThrow().toString() : input.value();
        String path = "/user/" + (segment == null ? "" : segment) + "/";

        HttpReply reply = http.handle(HttpCall.of("GET", path)
                .header("Authorization", "Token " + bench.loggedIn("alice").value()));

        verdict(reply, input).isAsWantedOf(input);
    }

    private Map<String, Object> registration(BadInput input) {
        Map<String, Object> body = new HashMap<>();
        body.put("username", input.user());
        body.put("password", Bench.PASSWORD);
        body.put("email", "bob@example.com");
        switch (input.field()) {
            case "townId" -> body.put("towns", Arrays.asList(townId(input)));
            case "userId" ->
                body.putAll(new Gson().fromJson(input.text("value"), new TypeToken<Map<String, Object>>() {}));
            default ->
                body.put(
                        input.field(),
                        input.value() == null ? null : input.value().toString());
        }
        return body;
    }

    private Object townId(BadInput input) {
        if (input.isFixture()) {
            bench.stores.vanishingTowns.add(1L);
            return 1;
        }
        return input.value() == null ? null : input.value().toString();
    }

    private Verdict verdict(HttpReply reply, BadInput input) {
        return switch (reply.status()) {
            case 200 -> Verdict.accepted(stored(reply, input));
            case 400 -> new Verdict(Optional.empty(), codes(reply));
            case 401 -> Verdict.refused("unauthenticated");
            case 404 -> Verdict.refused("not_found");
            default -> throw new AssertionError(reply.status());
        };
    }

    private String stored(HttpReply reply, BadInput input) {
        Map<?, ?> body = (Map<?, ?>) reply.body();
        return switch (input.field()) {
            case "username", "email" -> (String) body.get(input.field());
            case "password" ->
                bench.hasher.verify(input.value(), bench.stores.hashes.get(2L))
                        ? input.value().toString()
                        : "another password";
            default -> "";
        };
    }

    private static List<String> codes(HttpReply reply) {
        return ((Map<?, ?>) reply.body())
                .entrySet().stream()
                        .flatMap(entry -> entry.getKey().equals("non_field_errors")
                                ? Stream.of("bad_credentials")
                                : ((List<?>) entry.getValue()).stream().map(Object::toString))
                        .toList();
    }

    private static void skipWhereItSaysNothing(BadInput input) {
        if (SKIPPED.containsKey(input.id())) {
            abort(SKIPPED.get(input.id()));
        }
    }
}
