package dev.accounts.testkit.http;

import static dev.accounts.testkit.TestAccounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.http.HttpReply;
import dev.accounts.model.AuthToken;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.Session;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.http.openapi.DescribedOperation;
import dev.accounts.testkit.http.openapi.OpenApi;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks all operations with a personal token of a superuser, and with a token by which staff act as a user. */
class DelegatedRoutesHttpTest {

    private static final String ME = "/auth/users/me/";
    private static final String LIST = "/auth/users/";
    private static final String ACCOUNT = "/auth/users/{id}/";
    private static final String USER = "/user/{id}/";
    private static final String LOGOUT = "/auth/token/logout/";

    /** The operations that answer as for a session. */
    private static final Set<String> AS_A_SESSION =
            Set.of("GET " + LIST, "GET " + ME, "POST " + ME, "GET " + USER, "POST " + USER);

    private static final Set<String> CHANGES_OF_THE_PROFILE = Set.of("PUT " + ME, "PATCH " + ME);

    /** The operations that answer as for an unknown user, because the caller sees no other one. */
    private static final Set<String> AS_UNKNOWN = Set.of("GET " + ACCOUNT, "PUT " + ACCOUNT, "PATCH " + ACCOUNT);

    private final Wired wired =
            new Wired(builder -> builder.tokens(TokenPolicy.defaults().allowPersonalTokens()));
    private final long root = wired.superuser("root");
    private final long ana = wired.registered("ana");
    private final long ben = wired.registered("ben");
    private final String ofRoot = wired.token("root");
    private final String ofAna = wired.token("ana");

    /** A personal token of a superuser with all scopes of staff. */
    private String personal() {
        Set<String> codes =
                Set.of(AccountAdministration.CHANGE_USER, AccountAdministration.DELETE_USER, "accounts.act_as_user");
        codes.forEach(code -> wired.accounts.administration().roles().ensurePermission(root, code));
        return wired.accounts
                .service()
                .sessions()
                .issuePersonal(ofRoot, new PersonalTokenRequest("script", codes, Duration.ofDays(1)))
                .value();
    }

    /** A token by which the superuser acts as ana. */
    private String acting() {
        return wired.accounts
                .service()
                .sessions()
                .actAs(ofRoot, ana, Duration.ofMinutes(15))
                .value();
    }

    static Stream<Arguments> operations() {
        return OpenApi.DOCUMENT.operations().stream()
                .filter(DescribedOperation::needsToken)
                .filter(operation -> !operation.method().equals("OPTIONS"))
                .flatMap(operation -> Stream.of(true, false).map(isPersonal -> Arguments.of(operation, isPersonal)));
    }

    /** A body that is good for every operation. */
    private static Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("current_password", PASSWORD);
        body.put("new_password", Wired.NEW_PASSWORD);
        body.put("new_username", "new");
        body.put("name", "new");
        body.put("expires_in_days", 1);
        body.put("first_name", "New");
        body.put("enrolment", "0".repeat(40));
        body.put("code", "123456");
        body.put("passkey", Map.of("id", "x", "response", Map.of()));
        return body;
    }

    private String path(DescribedOperation operation) {
        boolean isUuid =
                operation.path().contains("sessions/{id}") || operation.path().contains("passkeys/{id}");
        Object id = isUuid
                ? wired.accounts.service().sessions().list(ofAna).stream()
                        .filter(Session::current)
                        .findFirst()
                        .orElseThrow()
                        .id()
                : ben;
        return operation.path().replace("{id}", id.toString());
    }

    private static int status(DescribedOperation operation, boolean isPersonal) {
        String name = operation.toString().replace("HEAD ", "GET ");
        if (AS_A_SESSION.contains(name) || (CHANGES_OF_THE_PROFILE.contains(name) && !isPersonal)) {
            return 200;
        }
        if (name.equals("POST " + LOGOUT)) {
            return 204;
        }
        return AS_UNKNOWN.contains(name) ? 404 : 403;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void are_open_as_the_page_says(DescribedOperation operation, boolean isPersonal) {
        String token = isPersonal ? personal() : acting();
        List<Object> before = state();

        HttpReply reply = wired.call(operation.method(), path(operation), token, body());

        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(status(operation, isPersonal));
        if (reply.status() == 403) {
            assertThat(reply.body()).isEqualTo(Map.of("detail", "You do not have permission to perform this action."));
        }
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_the_own_account_answer_by_its_id_as_at_me(boolean isPersonal) {
        String token = isPersonal ? personal() : acting();
        String own = "/auth/users/" + (isPersonal ? root : ana) + "/";
        Map<String, Object> address = body();
        address.put("email", "new@example.org");
        List<Object> before = state();

        assertThat(wired.get(own, token).status()).isEqualTo(200);
        for (String path : List.of(own, ME)) {
            assertThat(wired.call("PATCH", path, token, body()).status()).isEqualTo(isPersonal ? 403 : 200);
            assertThat(wired.call("PATCH", path, token, address).status()).isEqualTo(403);
            assertThat(wired.call("PUT", path, token, address).status()).isEqualTo(403);
            assertThat(wired.call("DELETE", path, token, body()).status()).isEqualTo(403);
        }
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void list_the_owner_alone(boolean isPersonal) {
        HttpReply reply = wired.get(LIST, isPersonal ? personal() : acting());

        assertThat((List<?>) reply.body())
                .singleElement()
                .satisfies(
                        user -> assertThat(Wired.fields(user)).containsEntry("username", isPersonal ? "root" : "ana"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "factors/", "act/"})
    void of_staff_tell_nothing_of_unknown_users(String route) {
        String path = "/auth/users/99/" + route;

        assertThat(wired.call(route.equals("act/") ? "POST" : "DELETE", path, acting(), body())
                        .status())
                .isEqualTo(403);
    }

    /** What no delegated token changes: the credentials, rights, factors and sessions of each account. */
    private List<Object> state() {
        return Stream.of(root, ana, ben).<Object>map(this::state).toList();
    }

    private List<Object> state(long id) {
        StoredUser user = wired.accounts.stores().users().read(UserKey.id(id)).orElseThrow();
        return List.of(
                user.username(), user.email(), user.passwordHash(), user.flags(), user.secondFactor(), sessions(id));
    }

    /** The sessions of an owner. Delegated tokens are left out, because a logout revokes one. */
    private Set<UUID> sessions(long id) {
        return wired.accounts.stores().tokens().list(id).stream()
                .filter(token -> token.delegation().isNone())
                .map(AuthToken::id)
                .collect(Collectors.toSet());
    }
}
