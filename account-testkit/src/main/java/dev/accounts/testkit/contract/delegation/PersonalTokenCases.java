package dev.accounts.testkit.contract.delegation;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.AccountsBuilder;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.model.factor.Assurance;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.service.Session;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.FactorFixture.Owner;
import dev.accounts.testkit.internal.PlainData;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class PersonalTokenCases {

    private static final Duration MONTH = Duration.ofDays(30);

    private final AccountsFixture fixture;

    PersonalTokenCases(AccountsFixture fixture) {
        this.fixture = fixture;
        restart(UnaryOperator.identity());
    }

    /** Restarts the host with other settings; it still takes personal tokens. */
    private void restart(UnaryOperator<AccountsBuilder> settings) {
        fixture.restart(
                builder -> settings.apply(builder.tokens(TokenPolicy.defaults().allowPersonalTokens())));
    }

    private AccountService service() {
        return fixture.service();
    }

    private String read() {
        return fixture.unique("notes.read");
    }

    private String write() {
        return fixture.unique("notes.write");
    }

    /** Registers a user who may read and write; returns the token of a session. */
    private String session(String name) {
        long id = fixture.verified(name).id();
        fixture.staff().allow(id, read(), write());
        return fixture.login(name);
    }

    private static PersonalTokenRequest request(String... scopes) {
        return new PersonalTokenRequest("backup", Set.of(scopes), MONTH);
    }

    private IssuedToken issue(String session, String... scopes) {
        return service().sessions().issuePersonal(session, request(scopes));
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(call);
    }

    @Test
    void tells_who_its_owner_is_and_uses_its_scopes() {
        String session = session("ana");

        IssuedToken issued = issue(session, read());

        assertThat(issued.value()).matches("acpat_[0-9a-f]{40}");
        assertThat(issued.token().expiresAt())
                .contains(fixture.clock().instant().plus(MONTH));
        assertThat(service().me(issued.value()).id())
                .isEqualTo(service().me(session).id());
        assertThat(service().me(issued.value()).delegation()).isEqualTo(Delegation.personal(Set.of(read())));
        assertThat(service().caller(issued.value()).permissions()).containsExactly(read());
        assertThat(service().caller(session).permissions()).containsExactlyInAnyOrder(read(), write());
    }

    @Test
    void uses_of_its_scopes_those_that_its_owner_has_now() {
        String session = session("ana");
        long id = service().me(session).id();
        String token = issue(session, read(), write()).value();

        fixture.staff().allow(id, write());
        assertThat(service().caller(token).permissions()).containsExactly(write());
        fixture.staff().allow(id, read());
        assertThat(service().caller(token).permissions()).containsExactly(read());
        fixture.staff().allow(id);
        assertThat(service().caller(token).permissions()).isEmpty();
    }

    @Test
    void of_a_superuser_is_no_superuser() {
        fixture.superuser("chief");
        fixture.staff().permission(read());
        String token = issue(fixture.login("chief"), read()).value();

        assertThat(service().me(token).superuser()).isFalse();
        assertThat(service().me(token).staff()).isFalse();
        assertThat(service().caller(token).has(read())).isTrue();
        assertThat(service().caller(token).has(write())).isFalse();
    }

    @Test
    void changes_nothing_of_the_account() {
        String session = session("ana");
        String token = issue(session, read()).value();

        new SessionCalls(fixture, service().me(session).id()).assertDenied(token);
        assertDenied(
                () -> service().profile().change(token, ProfileChange.none().daysCount(7)));

        assertThat(service().profile().read(token).username()).isEqualTo(fixture.unique("ana"));
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void is_listed_and_revoked_like_a_session() {
        String session = session("ana");
        IssuedToken issued = issue(session, read());

        assertThat(service().sessions().list(session))
                .filteredOn(found -> !found.current())
                .extracting(Session::id, Session::label, Session::delegation)
                .containsExactly(Tuple.tuple(issued.token().id(), "backup", Delegation.personal(Set.of(read()))));
        assertThat(service().sessions().end(session, issued.token().id())).isTrue();
        assertThat(fixture.isLive(issued.value())).isFalse();

        IssuedToken other = issue(session);
        service().logout(other.value());
        assertThat(fixture.isLive(other.value())).isFalse();
        IssuedToken third = issue(session);
        service().passwords().change(session, PASSWORD, NEW_PASSWORD);
        assertThat(fixture.isLive(third.value())).isFalse();
    }

    @Test
    void lives_as_long_as_it_says_however_seldom_it_is_used() {
        String session = session("ana");
        restart(builder -> builder.tokens(TokenPolicy.defaults()
                        .allowPersonalTokens()
                        .idleTimeout(Duration.ofMinutes(10))
                        .maxPerUser(1))
                .factors(FactorPolicy.defaults().requirement(FactorPolicy.Requirement.REQUIRED_FOR_STAFF)));
        String token = issue(fixture.login("ana"), read()).value();
        for (int i = 0; i < 3; i++) {
            fixture.login("ana");
        }

        fixture.clock().advance(MONTH.minusSeconds(1));
        fixture.maintenance().purge(1000);
        assertThat(fixture.isLive(session)).isFalse();
        assertThat(fixture.isLive(token)).isTrue();
        fixture.clock().advance(Duration.ofSeconds(1));
        assertThat(fixture.isLive(token)).isFalse();
        fixture.maintenance().purge(1000);
        assertThat(fixture.stores().tokens().findOwner(TokenDigest.of(token))).isEmpty();
    }

    @Test
    void stays_good_where_a_factor_is_required_and_its_owner_has_one() {
        Owner ana = fixture.factors().enrolled("ana");
        long ben = fixture.verified("ben").id();
        String with = issue(ana.token()).value();
        String without = issue(fixture.login("ben")).value();
        restart(builder ->
                builder.factors(FactorPolicy.defaults().requirement(FactorPolicy.Requirement.REQUIRED_FOR_STAFF)));
        fixture.administration().setStaff(fixture.root(), ana.id(), true);
        fixture.administration().setStaff(fixture.root(), ben, true);

        fixture.clock().advance(Duration.ofDays(2));

        assertThat(service().caller(with).identity().id()).isEqualTo(ana.id());
        assertThat(Refusals.reason(() -> service().caller(without))).isEqualTo(Reason.ENROLMENT_REQUIRED);
    }

    @Test
    void is_no_proof_of_its_owner() {
        String token = issue(session("ana"), read()).value();

        assertThat(service().caller(token, Assurance.any())).isNotNull();
        assertDenied(() -> service().caller(token, Assurance.any().freshFor(Duration.ofDays(1))));
    }

    @Test
    void needs_a_recent_proof_of_the_owner() {
        String session = session("ana");
        fixture.clock().advance(Duration.ofMinutes(16));

        assertThat(Refusals.reason(() -> issue(session, read()))).isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void is_told_to_the_owner_and_the_listeners() {
        String session = session("ana");
        fixture.mail().deliver();
        fixture.heard();

        issue(session, read());

        assertThat(fixture.mail().deliver())
                .extracting(AccountMessage::kind)
                .containsExactly(AccountMessage.Kind.PERSONAL_TOKEN_ISSUED);
        assertThat(fixture.heard())
                .extracting(AccountEvent::kind)
                .containsExactly(AccountEvent.Kind.PERSONAL_TOKEN_ISSUED);
    }

    private List<String> violations(String session, @Nullable String name) {
        return Refusals.violations(
                () -> service().sessions().issuePersonal(session, new PersonalTokenRequest(name, Set.of(), MONTH)));
    }

    @Test
    void has_only_what_its_owner_has_and_a_name() {
        String session = session("ana");
        String foreign = fixture.unique("other");
        fixture.staff().permission(foreign);
        Set<String> many = IntStream.rangeClosed(0, PersonalTokenRequest.MOST_SCOPES)
                .mapToObj(i -> "scope" + i)
                .collect(Collectors.toSet());

        assertThat(Refusals.violations(() -> issue(session, foreign, read()))).containsExactly("scopes: not_found");
        assertThat(Refusals.violations(() -> issue(session, fixture.unique("unknown"))))
                .containsExactly("scopes: not_found");
        assertThat(Refusals.violations(
                        () -> service().sessions().issuePersonal(session, new PersonalTokenRequest("x", many, MONTH))))
                .containsExactly("scopes: too_many");
        assertThat(violations(session, null)).containsExactly("name: required");
        assertThat(violations(session, " ")).containsExactly("name: blank");
        assertThat(violations(session, "\0")).containsExactly("name: null_characters");
        assertThat(violations(session, "x".repeat(101))).containsExactly("name: too_long");
    }

    @Test
    void needs_a_host_that_takes_it() {
        String session = session("ana");
        String token = issue(session, read()).value();

        fixture.restart(builder -> builder);

        assertThat(fixture.isLive(token)).isFalse();
        assertDenied(() -> issue(session, read()));
        restart(UnaryOperator.identity());
        assertThat(fixture.isLive(token)).isTrue();
    }

    @Test
    void ends_with_the_account() {
        String session = session("ana");
        String token = issue(session, read()).value();
        long id = service().me(session).id();

        fixture.administration().setActive(fixture.root(), id, false);

        assertThat(fixture.isLive(token)).isFalse();
        fixture.administration().setActive(fixture.root(), id, true);
        assertThat(fixture.isLive(token)).isFalse();
    }

    @Test
    void is_exported_with_its_scopes() {
        String session = session("ana");
        IssuedToken issued = issue(session, read());

        Map<String, ?> export = service().export(session);

        PlainData.assertPlain(export);
        assertThat(export.get("sessions"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .filteredOn(found -> String.valueOf(found.get("id"))
                        .equals(issued.token().id().toString()))
                .singleElement(InstanceOfAssertFactories.MAP)
                .hasSize(9)
                .containsEntry("label", "backup")
                .containsEntry("created_at", fixture.clock().instant().toString())
                .containsEntry("last_used_at", fixture.clock().instant().toString())
                .containsEntry(
                        "expires_at", fixture.clock().instant().plus(MONTH).toString())
                .containsEntry("is_acting", false)
                .containsEntry("authenticated_at", fixture.clock().instant().toString())
                .containsEntry("methods", List.of("password"))
                .containsEntry("scopes", List.of(read()));
    }
}
