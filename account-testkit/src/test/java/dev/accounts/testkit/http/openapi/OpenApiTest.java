package dev.accounts.testkit.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.model.BusyException;
import dev.accounts.testkit.TestAccounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the OpenAPI document with what the library does. The tests of routes compare every reply that they get. */
class OpenApiTest {

    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"([^\"]*)\"");

    private final TestAccounts accounts = TestAccounts.create();
    private final AccountHttp http = accounts.http();

    static Set<String> paths() {
        return OpenApi.DOCUMENT.paths();
    }

    static List<DescribedOperation> operations() {
        return OpenApi.DOCUMENT.operations();
    }

    @Test
    void is_valid() {
        assertThat(JsonSchemas.problemsOfDocument(OpenApi.DOCUMENT.json())).isEmpty();
    }

    @Test
    void has_no_reference_that_leads_nowhere() {
        assertThat(REFERENCE.matcher(OpenApi.DOCUMENT.json().toString()).results())
                .isNotEmpty()
                .extracting(found -> reference(found.group(1)))
                .allSatisfy(
                        object -> assertThat(OpenApi.DOCUMENT.resolve(object)).isNotNull());
    }

    private static JsonObject reference(String target) {
        JsonObject object = new JsonObject();
        object.addProperty("$ref", target);
        return object;
    }

    @Test
    void has_examples_that_are_valid() {
        assertThat(components("schemas")).allSatisfy((name, schema) -> {
            if (schema.getAsJsonObject().has("examples")) {
                assertThat(schema.getAsJsonObject().getAsJsonArray("examples"))
                        .isNotEmpty()
                        .allSatisfy(example -> assertThat(OpenApi.DOCUMENT.problemsOfReply(name, example))
                                .isEmpty());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Identity", "User", "Token", "Session", "Detail"})
    void requires_all_members_of_a_reply(String name) {
        JsonObject schema =
                components("schemas").getOrDefault(name, new JsonObject()).getAsJsonObject();

        assertThat(schema.getAsJsonArray("required").asList().stream().map(JsonElement::getAsString))
                .containsExactlyElementsOf(schema.getAsJsonObject("properties").keySet());
    }

    @Test
    void lets_no_reply_be_stored() {
        assertThat(components("responses"))
                .allSatisfy((name, reply) -> assertThat(reply.getAsJsonObject()
                                .getAsJsonObject("headers")
                                .keySet())
                        .contains("Cache-Control"));
    }

    private static Map<String, JsonElement> components(String kind) {
        return OpenApi.DOCUMENT
                .json()
                .getAsJsonObject("components")
                .getAsJsonObject(kind)
                .asMap();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void has_the_methods_that_a_path_allows(String path) {
        HttpCall call = HttpCall.of("OPTIONS", example(path));

        HttpReply reply = http.handle(call);

        OpenApi.DOCUMENT.assertDescribes(call, reply);
        assertThat(operations())
                .filteredOn(operation -> operation.path().equals(path))
                .extracting(DescribedOperation::method)
                .containsExactlyInAnyOrder(
                        reply.headers().getOrDefault("Allow", "").split(", "));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void tells_which_operations_need_a_token(DescribedOperation operation) {
        HttpReply reply = http.handle(HttpCall.of(operation.method(), example(operation.path())));

        assertThat(operation.needsToken()).isEqualTo(reply.status() == 401);
        // A login answers 401 where it waits for a second factor.
        assertThat(operation.statuses().contains("401"))
                .isEqualTo(reply.status() == 401 || operation.toString().equals("POST /auth/token/login/"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void tells_which_operations_read_a_body(DescribedOperation operation) {
        String token = accounts.loggedIn("ana").value();
        accounts.maintenance().appointSuperuser(accounts.service().me(token).id());
        AtomicBoolean isRead = new AtomicBoolean();
        Map<String, List<String>> headers = Map.of("Authorization", List.of("Token " + token));

        http.handle(new HttpCall(
                operation.method(),
                example(operation.path()),
                headers,
                () -> {
                    isRead.set(true);
                    return Map.of();
                },
                null));

        assertThat(operation.readsBody()).isEqualTo(isRead.get());
        if (isRead.get()) {
            assertThat(operation.bodies().keySet())
                    .containsExactly("application/json", "application/x-www-form-urlencoded", "multipart/form-data");
            assertThat(Set.copyOf(operation.bodies().asMap().values())).hasSize(1);
            assertThat(operation.statuses()).contains("400", "413", "415", "429");
        } else {
            assertThat(operation.statuses()).doesNotContain("413", "415");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void tells_that_the_database_may_fail(DescribedOperation operation) {
        assertThat(operation.statuses().contains("503"))
                .isEqualTo(!operation.method().equals("OPTIONS"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void describes_the_same_replies_for_methods_that_answer_as_GET_does(DescribedOperation operation) {
        boolean isAsGet = operation.method().equals("HEAD")
                || Set.of("POST /auth/users/me/", "POST /user/{id}/").contains(operation.toString());

        if (isAsGet) {
            assertThat(OpenApi.DOCUMENT.operation("GET", operation.path()))
                    .hasValueSatisfying(get -> assertThat(operation.json().get("responses"))
                            .isEqualTo(get.json().get("responses")));
        }
    }

    @Test
    void describes_a_registration_that_is_answered_with_201() {
        HttpCall call =
                HttpCall.of("POST", "/auth/users/").body(Map.of("username", "ana", "password", TestAccounts.PASSWORD));

        HttpReply reply = http.answeringCreated().handle(call);

        assertThat(reply.status()).isEqualTo(201);
        OpenApi.DOCUMENT.assertDescribes(call, reply);
    }

    @Test
    void describes_the_replies_to_a_body_that_is_too_large_and_of_a_busy_server() {
        HttpCall call = HttpCall.of("POST", "/auth/users/").json(new byte[100_000], text -> text);

        HttpReply tooLarge = http.handle(call);

        assertThat(tooLarge.status()).isEqualTo(413);
        OpenApi.DOCUMENT.assertDescribes(call, tooLarge);
        OpenApi.DOCUMENT.assertDescribes(call, AccountHttp.refusal(new BusyException(Duration.ofSeconds(1))));
    }

    private static String example(String path) {
        return path.replace("{id}", "1");
    }
}
