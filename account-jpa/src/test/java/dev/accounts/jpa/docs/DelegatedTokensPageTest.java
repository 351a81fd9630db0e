package dev.accounts.jpa.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.Identity;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.Registration;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.Caller;
import dev.accounts.service.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the Java of {@code docs/delegated-tokens.md}; {@link DocsTest} proves that the page has no other. */
class DelegatedTokensPageTest {

    private JpaAccountStores stores;
    private Accounts accounts;
    private long superuserId;
    private long userId;
    private String token;

    @BeforeEach
    void open() throws SQLException {
        stores = JpaAccountStores.over(Snippets.database());
        accounts = offering(stores);
        superuserId = registered("root");
        accounts.maintenance().appointSuperuser(superuserId);
        userId = registered("kust2");
        token = login("kust2");
    }

    private static Accounts offering(JpaAccountStores stores) {
        Accounts accounts = Accounts.builder(stores)
                .tokens(TokenPolicy.defaults().allowPersonalTokens())
                .build();
        return accounts;
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private long registered(String username) {
        return accounts.service()
                .register(Registration.of(username, "battery-Staple-9"))
                .id();
    }

    private String login(String username) {
        return accounts.service().login(username, "battery-Staple-9").value();
    }

    private void allow(String code) {
        long id = accounts.administration()
                .roles()
                .ensurePermission(superuserId, code)
                .id();
        accounts.administration().setPermissions(superuserId, userId, Set.of(id));
    }

    @Test
    void a_script_has_a_token_until_its_owner_revokes_it() {
        allow("orders.read");

        PersonalTokenRequest request = new PersonalTokenRequest("backup", Set.of("orders.read"), Duration.ofDays(90));
        IssuedToken personal = accounts.service().sessions().issuePersonal(token, request);
        String shownOnce = personal.value();
        Caller script = accounts.service().caller(shownOnce);
        boolean allowed = script.has("orders.read");
        assertThat(allowed).isTrue();

        List<Session> personalTokens = accounts.service().sessions().list(token).stream()
                .filter(session -> session.delegation().scopes().isPresent())
                .toList();
        accounts.service().sessions().end(token, personalTokens.get(0).id());

        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> accounts.service().caller(shownOnce));
    }

    @Test
    void staff_act_as_a_user() {
        long staffId = registered("staff");
        accounts.administration().setStaff(superuserId, staffId, true);
        String staffToken = login("staff");

        long act = accounts.administration()
                .roles()
                .ensurePermission(superuserId, "accounts.act_as_user")
                .id();
        accounts.administration().setPermissions(superuserId, staffId, Set.of(act));
        IssuedToken acting = accounts.service().sessions().actAs(staffToken, userId, Duration.ofMinutes(15));
        Identity shown = accounts.service().me(acting.value());
        Optional<Long> actorId = shown.delegation().actorId();

        assertThat(shown.id()).isEqualTo(userId);
        assertThat(actorId).contains(staffId);
    }

    @Test
    void an_acting_token_ends_with_the_session_of_the_actor() {
        String rootToken = login("root");
        String acting = accounts.service()
                .sessions()
                .actAs(rootToken, userId, Duration.ofMinutes(15))
                .value();

        accounts.service().logout(rootToken);

        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> accounts.service().me(acting));
    }

    private void cancel(Caller caller) {
        if (!caller.has("orders.cancel")) {
            throw new PermissionDeniedException("orders.cancel");
        }
    }

    private void deactivate(Caller caller) {
        if (!caller.identity().delegation().isNone()) {
            throw new PermissionDeniedException("only a session may do this");
        }
        accounts.administration().setActive(caller.identity().id(), userId, false);
    }

    @Test
    void code_of_the_host_asks_for_permissions_and_for_sessions() {
        String session = login("root");
        PersonalTokenRequest request = new PersonalTokenRequest("script", Set.of(), Duration.ofDays(1));
        String personal =
                accounts.service().sessions().issuePersonal(session, request).value();
        Caller script = accounts.service().caller(personal);

        assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(() -> cancel(script));
        assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(() -> deactivate(script));
        cancel(accounts.service().caller(session));
        deactivate(accounts.service().caller(session));

        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> accounts.service().me(token));
    }
}
