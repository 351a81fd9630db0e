package dev.accounts.testkit.contract.delegation;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.AccountsBuilder;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tokens that are issued while something else changes what they would be good for. */
abstract class DelegationRaceCases {

    private static final int RUNNERS = 32;
    private static final int NODES = 8;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final PersonalTokenRequest REQUEST = new PersonalTokenRequest("backup", Set.of(), MONTH);

    private final AccountsFixture fixture;

    DelegationRaceCases(AccountsFixture fixture) {
        this.fixture = fixture;
        fixture.restart(DelegationRaceCases::taking);
    }

    private static AccountsBuilder taking(AccountsBuilder builder) {
        return builder.tokens(TokenPolicy.defaults().allowPersonalTokens()).withoutSourceLimits();
    }

    /** No queue in memory helps calls of different nodes. */
    private List<AccountService> nodes() {
        return IntStream.range(0, NODES)
                .mapToObj(i -> taking(fixture.builder()).build().service())
                .toList();
    }

    /** Lets runner 0 make a change, and all others issue tokens; returns the values of those that were issued. */
    private Collection<String> issuedDuring(Runnable change, Function<AccountService, IssuedToken> issue) {
        Collection<String> issued = new ConcurrentLinkedQueue<>();
        issued.add(issue.apply(fixture.service()).value());
        List<AccountService> nodes = nodes();
        List<Boolean> made = Race.of(
                RUNNERS,
                i -> Refusals.isMade(() -> Race.atLast(() -> {
                    if (i == 0) {
                        change.run();
                        return true;
                    }
                    return issued.add(issue.apply(nodes.get(i % NODES)).value());
                })));
        assertThat(made).first().as("the change").isEqualTo(true);
        return issued;
    }

    @Test
    void a_personal_token_is_one_of_fifty_at_most_however_many_ask_at_once() {
        String session = fixture.token("ana");
        List<AccountService> nodes = nodes();
        IntStream.range(0, PersonalTokenRequest.MOST - 2)
                .forEach(i -> nodes.get(0).sessions().issuePersonal(session, REQUEST));

        List<Boolean> issued = Race.of(
                RUNNERS,
                i -> Refusals.isMade(
                        () -> Race.atLast(() -> nodes.get(i % NODES).sessions().issuePersonal(session, REQUEST))));

        assertThat(issued).filteredOn(Boolean::booleanValue).hasSize(2);
        assertThat(Refusals.violations(() -> nodes.get(0).sessions().issuePersonal(session, REQUEST)))
                .containsExactly("name: too_many_tokens");
        fixture.clock().advance(MONTH);
        assertThat(nodes.get(0).sessions().issuePersonal(fixture.login("ana"), REQUEST))
                .as("others have expired")
                .isNotNull();
    }

    @Test
    void no_personal_token_of_another_session_outlives_a_change_of_the_password() {
        String session = fixture.token("ana");
        String other = fixture.login("ana");

        Collection<String> issued = issuedDuring(
                () -> fixture.service().passwords().change(other, PASSWORD, NEW_PASSWORD),
                node -> node.sessions().issuePersonal(session, REQUEST));

        assertThat(issued).filteredOn(fixture::isLive).isEmpty();
    }

    @Test
    void no_personal_token_outlives_the_end_of_all_sessions() {
        String session = fixture.token("ana");

        Collection<String> issued = issuedDuring(
                () -> fixture.service().sessions().endAll(session),
                node -> node.sessions().issuePersonal(session, REQUEST));

        assertThat(issued).filteredOn(fixture::isLive).isEmpty();
    }

    /** What a staff actor, and the user as whom the actor acts, become during a race. */
    private interface Change {
        void make(AccountAdministration administration, long root, long actor, long user);
    }

    private void assertNoActorOutlives(Change change) {
        long root = fixture.root();
        long actor = fixture.staff().member("staff", Delegation.ACT_AS_USER);
        long ana = fixture.registered("ana").id();
        String staff = fixture.login("staff");

        Collection<String> issued = issuedDuring(
                () -> change.make(fixture.administration(), root, actor, ana),
                node -> node.sessions().actAs(staff, ana, Duration.ofMinutes(15)));

        assertThat(issued).filteredOn(fixture::isLive).isEmpty();
    }

    @Test
    void nobody_acts_on_after_a_demotion() {
        assertNoActorOutlives((administration, root, actor, user) -> administration.setStaff(root, actor, false));
    }

    @Test
    void nobody_acts_on_without_the_permission() {
        assertNoActorOutlives(
                (administration, root, actor, user) -> administration.setPermissions(root, actor, List.of()));
    }

    @Test
    void nobody_acts_on_as_a_user_who_is_given_a_permission() {
        long given = fixture.staff().permission(fixture.unique("notes.read")).id();

        assertNoActorOutlives(
                (administration, root, actor, user) -> administration.setPermissions(root, user, List.of(given)));
    }

    @Test
    void nobody_acts_on_as_a_user_who_becomes_staff() {
        assertNoActorOutlives((administration, root, actor, user) -> administration.setStaff(root, user, true));
    }

    @Test
    void nobody_acts_on_as_a_user_who_is_deactivated() {
        assertNoActorOutlives((administration, root, actor, user) -> administration.setActive(root, user, false));
    }

    @Test
    void no_token_is_left_of_a_user_who_is_deleted() {
        long root = fixture.root();
        fixture.staff().member("staff", Delegation.ACT_AS_USER);
        long ana = fixture.registered("ana").id();
        String staff = fixture.login("staff");

        Collection<String> issued = issuedDuring(
                () -> fixture.administration().delete(root, ana),
                node -> node.sessions().actAs(staff, ana, Duration.ofMinutes(15)));

        assertThat(issued).filteredOn(fixture::isLive).isEmpty();
        assertThat(fixture.stores().tokens().list(ana)).isEmpty();
    }
}
