package dev.accounts.testkit.contract.life;

import static dev.accounts.model.NotAuthenticatedException.Reason.TOKEN_INVALID;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import dev.accounts.spi.NewTown;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.HostData;
import dev.accounts.testkit.internal.InterruptedStores;
import dev.accounts.testkit.internal.PlainData;
import dev.accounts.testkit.internal.Refusals;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

abstract class ExportCases {

    private final AccountsFixture fixture;

    ExportCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private Map<String, ?> export(String token) {
        return fixture.service().export(token);
    }

    @Test
    void holds_every_part_in_order() {
        fixture.restart(
                b -> b.personalData(new HostData("orders", id -> {})).personalData(new HostData("letters", id -> {})));
        User ana = fixture.registered("ana");

        Map<String, ?> data = export(fixture.login("ana"));

        assertThat(data.keySet()).containsExactly("account", "factors", "sessions", "orders", "letters");
        assertThat(data.get("orders")).isEqualTo(Map.of("owner", ana.id()));
        PlainData.assertPlain(data);
    }

    @Test
    void holds_the_account() {
        long town = fixture.stores()
                .towns()
                .insert(new NewTown(fixture.unique("Perm"), "Russia", 58.0, 56.3))
                .id();
        User ana = fixture.service()
                .register(Registration.of(fixture.unique("ana"), PASSWORD)
                        .email(fixture.email("ana"))
                        .towns(town));
        long root = fixture.root();
        long group = fixture.administration()
                .roles()
                .ensureGroup(root, fixture.unique("group"))
                .id();
        fixture.administration().setGroups(root, ana.id(), List.of(group));

        assertThat(export(fixture.login("ana")).get("account"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("id", ana.id())
                .containsEntry("username", fixture.unique("ana"))
                .containsEntry("email", fixture.email("ana"))
                .containsEntry("email_verified", false)
                .containsEntry("pending_email", null)
                .containsEntry("is_active", true)
                .containsEntry("is_superuser", false)
                .containsEntry("date_joined", "2026-01-01T00:00:00Z")
                .containsEntry("last_login", "2026-01-01T00:00:00Z")
                .containsEntry("groups", List.of(fixture.unique("group")))
                .containsEntry("permissions", List.of())
                .containsEntry("towns", List.of(town));
    }

    @Test
    void holds_the_profile() {
        String token = fixture.token("ana");
        long town = fixture.service().towns().create("Perm", "Russia", 0, 0).id();
        ProfileChange change = ProfileChange.none().firstName("Ana").lastName("Neil");

        fixture.service().profile().change(token, change.daysCount(7).towns(List.of(town)));

        assertThat(export(token).get("account"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("first_name", "Ana")
                .containsEntry("last_name", "Neil")
                .containsEntry("days_count", 7)
                .containsEntry("towns", List.of(town));
    }

    @Test
    void holds_the_address_that_waits() {
        fixture.verified("ana");
        fixture.requireVerification();
        String token = fixture.login("ana");
        fixture.service().emails().change(token, PASSWORD, fixture.email("new"));

        assertThat(String.valueOf(export(token).get("account")))
                .contains("email_verified=true", "pending_email=" + fixture.email("new"));
    }

    @Test
    void holds_sessions_and_nothing_of_others() {
        IssuedToken token = fixture.service().login(fixture.registered("ana").username(), PASSWORD, "My phone");
        fixture.token("bob");

        assertThat(String.valueOf(export(token.value()).get("sessions")))
                .contains("label=My phone", "id=" + token.token().id(), "created_at=2026-01-01T00:00:00Z");
        assertThat(export(token.value()).toString()).doesNotContain(fixture.unique("bob"));
        assertThat(export(token.value()).get("sessions"))
                .isInstanceOfSatisfying(
                        List.class, sessions -> assertThat(sessions.size()).isEqualTo(1));
    }

    @Test
    void holds_no_secret() {
        fixture.registered("ana");
        OneTimeToken link = fixture.mail().resetLink("ana");
        IssuedToken token = fixture.service().login(fixture.unique("ana"), PASSWORD);
        fixture.canLogIn(fixture.unique("ana"), "a wrong one");

        assertThat(export(token.value()).toString())
                .doesNotContain(token.value())
                .doesNotContain(token.token().digest().hex())
                .doesNotContain(link.value())
                .doesNotContain(PASSWORD)
                .doesNotContain("a wrong one")
                .doesNotContain("fast$");
    }

    /** A service of another node; a deletion of the account overtakes its export. */
    private AccountService overtaken(User user) {
        return Accounts.builder(InterruptedStores.over(fixture.stores(), () -> {
                    StoredUser state =
                            fixture.stores().users().read(UserKey.id(user.id())).orElseThrow();
                    assertThat(fixture.stores().users().delete(state)).isTrue();
                }))
                .passwordHasher(fixture.hasher())
                .clock(fixture.clock())
                .build()
                .service();
    }

    @Test
    void is_refused_as_any_call_is_if_the_account_goes_in_the_middle_of_it() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");

        assertThat(Refusals.reason(() -> overtaken(ana).export(token))).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void that_is_refused_in_the_middle_of_it_leaves_the_work_of_the_host_as_it_is() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");

        long town = fixture.stores().atomically(() -> {
            assertThat(Refusals.reason(() -> overtaken(ana).export(token))).isEqualTo(TOKEN_INVALID);
            return fixture.stores()
                    .towns()
                    .insert(new NewTown(fixture.unique("Perm"), "Russia", 58.0, 56.3))
                    .id();
        });

        assertThat(fixture.stores().towns().find(town)).isPresent();
    }

    @Test
    void is_for_its_owner_only() {
        String token = fixture.token("ana");
        fixture.service().logout(token);

        assertThat(Refusals.reason(() -> export(token))).isEqualTo(TOKEN_INVALID);
    }
}
