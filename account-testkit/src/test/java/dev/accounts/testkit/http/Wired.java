package dev.accounts.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.AccountsBuilder;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Permission;
import dev.accounts.model.Registration;
import dev.accounts.testkit.TestAccounts;
import dev.accounts.testkit.http.openapi.OpenApi;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A system in memory that is spoken to over the HTTP contract alone, with the face of staff. */
final class Wired {

    static final String NEW_PASSWORD = "n3w-Strong-pass";
    static final List<String> REQUIRED = List.of("This field is required.");

    final TestAccounts accounts;
    final AccountHttp http;

    Wired() {
        this(UnaryOperator.identity());
    }

    Wired(UnaryOperator<AccountsBuilder> settings) {
        this.accounts = TestAccounts.create(settings);
        this.http = accounts.http();
    }

    /** Registers somebody with an address at example.org. */
    long registered(String name) {
        return accounts.service()
                .register(Registration.of(name, TestAccounts.PASSWORD).email(name + "@example.org"))
                .id();
    }

    long staff(String name) {
        long id = registered(name);
        accounts.stores().update(id, user -> user.staff(true));
        return id;
    }

    long superuser(String name) {
        long id = registered(name);
        accounts.maintenance().appointSuperuser(id);
        return id;
    }

    /** Gives an account these permissions of its own, and no others. */
    void allow(long root, long id, String... codes) {
        List<Long> granted = Stream.of(codes)
                .map(code -> accounts.administration().roles().ensurePermission(root, code))
                .map(Permission::id)
                .toList();
        accounts.administration().setPermissions(root, id, granted);
    }

    String token(String name) {
        return accounts.loggedIn(name).value();
    }

    HttpReply get(String path, String token) {
        return call("GET", path, token, Map.of());
    }

    HttpReply post(String path, Object body) {
        return handle(HttpCall.of("POST", path).body(body));
    }

    HttpReply post(String path, String token, Object body) {
        return call("POST", path, token, body);
    }

    HttpReply call(String method, String path, String token, Object body) {
        return handle(HttpCall.of(method, path)
                .header("Authorization", "Token " + token)
                .body(body));
    }

    /** Answers a call, and proves that the OpenAPI document describes the reply. */
    HttpReply handle(HttpCall call) {
        HttpReply reply = http.handle(call);
        OpenApi.DOCUMENT.assertDescribes(call, reply);
        return reply;
    }

    /** The token of the latest message of a kind. */
    OneTimeToken mailed(Kind kind) {
        return accounts.deliver().stream()
                .filter(message -> message.kind() == kind)
                .reduce((earlier, later) -> later)
                .flatMap(AccountMessage::token)
                .orElseThrow();
    }

    /** The fields of an object in a reply, in their order. */
    static Map<String, Object> fields(Object object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        ((Map<?, ?>) object).forEach((name, value) -> fields.put((String) name, value));
        return fields;
    }

    /** The text of a field in a reply to a call that was not refused. */
    static String text(HttpReply reply, String field) {
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
        return String.valueOf(fields(reply.body()).get(field));
    }

    /** A body with another value of a field. */
    static Map<String, @Nullable Object> with(
            Map<String, ? extends @Nullable Object> body, String field, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    List<Map<String, Object>> sessions(String token) {
        HttpReply reply = get("/auth/sessions/", token);
        assertThat(reply.status()).isEqualTo(200);
        return ((List<?>) reply.body()).stream().map(Wired::fields).toList();
    }

    static void assertDone(HttpReply reply) {
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.body()).isNull();
        assertThat(reply.headers()).containsOnlyKeys("Cache-Control").containsEntry("Cache-Control", "no-store");
    }

    static void assertRefused(HttpReply reply, int status, String detail) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(Map.of("detail", detail));
    }

    static void assertInvalid(HttpReply reply, Map<String, List<String>> problems) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo(problems);
    }

    static void assertIdentity(HttpReply reply, String email, long id, String username) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).hasToString("{email=" + email + ", id=" + id + ", username=" + username + "}");
    }
}
