package dev.accounts.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.testkit.TestAccounts;
import dev.accounts.testkit.http.openapi.OpenApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client with bad intentions, that proves of each reply what the contract promises. Two users exist: ana, and root, who is a
 * superuser. The client has a token of each.
 */
final class FuzzedClient {

    static final String ANA = token(1);
    static final String ROOT = token(2);

    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private static final Set<String> WITHOUT_LAST_SLASH = Set.of(
            "/auth/token/login",
            "/auth/token/factor",
            "/auth/token/passkey",
            "/auth/token/passkey/login",
            "/auth/token/confirm",
            "/auth/token/confirm/passkey",
            "/auth/token/logout",
            "/auth/token/logout_all");
    /** The operations that issue a token without a second factor. */
    private static final Pattern ISSUING =
            Pattern.compile("/auth/(token/login/?|token/confirm/?|sessions/personal/|users/[^/]+/act/)");

    private static final String TOKEN_PREFIX = "facade";
    private static final Pattern TOKEN = Pattern.compile(TOKEN_PREFIX + "[0-9a-f]{34}");
    private static final String HASH_PREFIX = "fast$";

    private final TestAccounts accounts =
            TestAccounts.create(builder -> builder.tokens(TokenPolicy.defaults().allowPersonalTokens()));
    private final List<String> passwords = new ArrayList<>(List.of(TestAccounts.PASSWORD));

    /** What a reply may repeat. */
    private final StringBuilder sent = new StringBuilder();

    FuzzedClient() {
        assertThat(accounts.loggedIn("ana").value()).isEqualTo(ANA);
        accounts.superuser("root");
        assertThat(accounts.loggedIn("root").value()).isEqualTo(ROOT);
    }

    /** Returns the value of a token: it counts the tokens of the system. */
    static String token(int number) {
        return TOKEN_PREFIX + String.format(Locale.ROOT, "%034x", number);
    }

    void send(FuzzedCall call) {
        accounts.clock().advance(call.after());
        passwords.addAll(call.passwords());
        sent.append(call.withoutSecrets()).append('\n');
        judge(call.asHttpCall());
        accounts.deliver();
    }

    /** Sends a parsed body. */
    void send(String method, String path, Object body) {
        sent.append(body);
        judge(HttpCall.of(method, path).header("Authorization", "Token " + ROOT).body(body));
    }

    private void judge(HttpCall call) {
        HttpReply reply = accounts.http().handle(call);

        OpenApi.DOCUMENT.assertDescribes(described(call), reply);
        assertThat(reply.status()).isLessThan(500);
        assertThat(reply.headers()).containsEntry("Cache-Control", "no-store");
        assertNoSecret(reply.headers() + " " + GSON.toJson(withoutNewToken(call, reply)));
    }

    /** Some operations have a path with or without the last slash, and are described with it. */
    private static HttpCall described(HttpCall call) {
        return WITHOUT_LAST_SLASH.contains(route(call)) ? HttpCall.of(call.method(), route(call) + "/") : call;
    }

    private static String route(HttpCall call) {
        return call.path().split("\\?", 2)[0];
    }

    /** Returns the body, unless it has a token that the operation has just issued. */
    private static @Nullable Object withoutNewToken(HttpCall call, HttpReply reply) {
        Object token = reply.body() instanceof Map<?, ?> body ? body.get("auth_token") : null;
        if (token == null) {
            return reply.body();
        }
        assertThat(route(call)).matches(ISSUING);
        assertThat(token).isNotIn(ANA, ROOT);
        Map<String, Object> others = Wired.fields(reply.body());
        others.remove("auth_token");
        assertThat(Set.of("id", "expires_at")).containsAll(others.keySet());
        return others;
    }

    private void assertNoSecret(String reply) {
        String repeatable = sent.toString();
        assertThat(TOKEN.matcher(reply).results()).allMatch(token -> repeatable.contains(token.group()));
        if (!repeatable.contains(HASH_PREFIX)) {
            assertThat(reply).doesNotContain(HASH_PREFIX);
        }
        passwords.stream()
                .filter(password -> !repeatable.contains(password))
                .forEach(password -> assertThat(reply).doesNotContain(password));
    }
}
