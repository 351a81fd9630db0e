package dev.accounts.testkit.contract.delegation;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.model.factor.Proof;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.service.Session;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

abstract class ActingCases {

    private static final String ACT = Delegation.ACT_AS_USER;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final AccountsFixture fixture;

    ActingCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private AccountService service() {
        return fixture.service();
    }

    private String read() {
        return fixture.unique("notes.read");
    }

    private String act(String staff, long userId) {
        return service().sessions().actAs(staff, userId, QUARTER).value();
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(call);
    }

    @Test
    void shows_the_user_and_names_the_actor() {
        long actor = fixture.staff().member("staff", ACT, read());
        long ana = fixture.registered("ana").id();
        fixture.staff().allow(ana, read());
        fixture.login("ana");
        String staff = fixture.login("staff");
        fixture.heard();

        String token = act(staff, ana);

        assertThat(service().me(token).id()).isEqualTo(ana);
        assertThat(token).matches("acact_[0-9a-f]{40}");
        assertThat(service().me(token).delegation().actorId()).contains(actor);
        assertThat(service().caller(token).permissions()).containsExactly(read());
        service().profile().change(token, ProfileChange.none().daysCount(7));
        service().logout(token);
        assertThat(fixture.heard())
                .extracting(
                        AccountEvent::kind,
                        event -> event.context().actorId(),
                        event -> event.context().userId())
                .containsExactly(
                        Tuple.tuple(AccountEvent.Kind.ACTING_BEGUN, Optional.of(actor), Optional.of(ana)),
                        Tuple.tuple(AccountEvent.Kind.PROFILE_CHANGED, Optional.of(actor), Optional.of(ana)),
                        Tuple.tuple(AccountEvent.Kind.LOGGED_OUT, Optional.of(actor), Optional.of(ana)));
        assertThat(fixture.isLive(token)).isFalse();
        assertThat(service().me(staff).id()).isEqualTo(actor);
    }

    @Test
    void changes_no_credentials_factors_and_sessions() {
        fixture.staff().member("staff", ACT);
        long ana = fixture.registered("ana").id();
        String token = act(fixture.login("staff"), ana);

        new SessionCalls(fixture, ana).assertDenied(token);

        assertThat(service().profile().read(token).username()).isEqualTo(fixture.unique("ana"));
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void is_denied_what_a_session_may_do() {
        SessionCalls calls = new SessionCalls(fixture, fixture.registered("ana").id());
        AtomicInteger staff = new AtomicInteger();

        calls.assertAllowed(() -> {
            String name = "staff" + staff.incrementAndGet();
            fixture.staff().member(name, ACT);
            return fixture.login(name);
        });
    }

    @Test
    void needs_staff_with_the_permission_and_an_ordinary_user_who_may_do_no_more() {
        long with = fixture.staff().member("with", ACT);
        fixture.staff().member("without");
        long ana = fixture.registered("ana").id();
        long ben = fixture.registered("ben").id();
        fixture.staff().allow(ana, ACT);
        fixture.staff().allow(ben, read());
        String staff = fixture.login("with");

        assertDenied(() -> act(fixture.login("without"), ana));
        assertDenied(() -> act(fixture.login("ana"), ben));
        assertDenied(() -> act(staff, ben));
        assertDenied(() -> act(staff, with));
        assertDenied(() -> act(staff, fixture.root()));
        assertDenied(() -> act(staff, fixture.staff().member("other")));
        assertThatExceptionOfType(UserNotFoundException.class).isThrownBy(() -> act(staff, Long.MAX_VALUE));
        assertDenied(() -> act(fixture.login("without"), Long.MAX_VALUE));
        assertThat(act(staff, ana)).isNotNull();
    }

    @Test
    void a_superuser_acts_as_each_ordinary_user() {
        fixture.superuser("chief");
        long ben = fixture.registered("ben").id();
        fixture.staff().allow(ben, read());

        assertThat(service().caller(act(fixture.login("chief"), ben)).permissions())
                .containsExactly(read());
    }

    @Test
    void ends_after_its_time_which_is_an_hour_at_most() {
        fixture.staff().member("staff", ACT);
        long ana = fixture.registered("ana").id();
        String staff = fixture.login("staff");
        String token = act(staff, ana);

        fixture.clock().advance(QUARTER.minusSeconds(1));
        assertThat(fixture.isLive(token)).isTrue();
        fixture.clock().advance(Duration.ofSeconds(1));
        assertThat(fixture.isLive(token)).isFalse();
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1), Delegation.LONGEST_ACTING.plusNanos(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> service().sessions().actAs(staff, ana, wrong));
        }
    }

    @Test
    void needs_a_recent_proof_of_the_actor() {
        fixture.staff().member("staff", ACT);
        long ana = fixture.registered("ana").id();
        String staff = fixture.login("staff");
        fixture.clock().advance(Duration.ofMinutes(16));

        assertThat(Refusals.reason(() -> act(staff, ana))).isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
    }

    /** What allowed it may be gone. */
    @Test
    void is_judged_again_at_each_use() {
        long root = fixture.root();
        List<Consumer<long[]>> changes = List.of(
                ids -> fixture.administration().setStaff(root, ids[0], false),
                ids -> fixture.staff().allow(ids[0]),
                ids -> fixture.administration().setActive(root, ids[0], false),
                ids -> fixture.administration().delete(root, ids[0]),
                ids -> fixture.staff().allow(ids[1], read()),
                ids -> fixture.administration().setStaff(root, ids[1], true),
                ids -> fixture.administration().setActive(root, ids[1], false));
        for (int i = 0; i < changes.size(); i++) {
            long staff = fixture.staff().member("staff" + i, ACT);
            long user = fixture.registered("user" + i).id();
            String token = act(fixture.login("staff" + i), user);
            assertThat(service().caller(token).identity().id()).isEqualTo(user);

            changes.get(i).accept(new long[] {staff, user});

            assertThat(fixture.isLive(token)).as("change " + i).isFalse();
            assertThat(Refusals.reason(() -> service().caller(token)))
                    .as("change " + i)
                    .isEqualTo(Reason.TOKEN_INVALID);
        }
    }

    /** A thief of the session keeps nothing when its owner shuts the thief out. */
    @Test
    void ends_with_the_session_of_the_actor() {
        fixture.staff().member("staff", ACT);
        long ana = fixture.registered("ana").id();
        List<Consumer<String>> ends = List.of(
                session -> service().logout(session),
                session -> service().sessions().endAll(session),
                session -> service().confirm(session, Proof.password(PASSWORD)),
                session -> service().passwords().change(fixture.login("staff"), PASSWORD, NEW_PASSWORD));
        for (Consumer<String> end : ends) {
            String staff = fixture.login("staff");
            String token = act(staff, ana);
            assertThat(fixture.isLive(token)).isTrue();

            end.accept(staff);

            assertThat(fixture.isLive(token)).isFalse();
        }
    }

    @Test
    void ends_when_the_session_of_the_actor_expires_or_must_enrol() {
        fixture.staff().member("staff", ACT);
        long ana = fixture.registered("ana").id();
        fixture.restart(builder -> builder.tokens(TokenPolicy.defaults().idleTimeout(Duration.ofMinutes(10))));
        String token = act(fixture.login("staff"), ana);
        fixture.clock().advance(Duration.ofMinutes(10));
        assertThat(fixture.isLive(token)).isFalse();

        fixture.restart(builder -> builder);
        String another = act(fixture.login("staff"), ana);
        fixture.restart(builder ->
                builder.factors(FactorPolicy.defaults().requirement(FactorPolicy.Requirement.REQUIRED_FOR_STAFF)));
        assertThat(fixture.isLive(another)).isFalse();
    }

    @Test
    void takes_the_place_of_the_last_one_of_the_actor_for_the_user() {
        fixture.staff().member("staff", ACT);
        long ana = fixture.registered("ana").id();
        long ben = fixture.registered("ben").id();
        String staff = fixture.login("staff");
        String other = act(staff, ben);
        String first = act(staff, ana);

        String second = act(staff, ana);

        assertThat(fixture.isLive(first)).isFalse();
        assertThat(fixture.isLive(second)).isTrue();
        assertThat(fixture.isLive(other)).isTrue();
    }

    @Test
    void is_seen_and_ended_by_the_user() {
        long actor = fixture.staff().member("staff", ACT);
        long ana = fixture.registered("ana").id();
        String own = fixture.login("ana");
        String token = act(fixture.login("staff"), ana);

        List<Session> acting = service().sessions().list(own).stream()
                .filter(session -> !session.current())
                .toList();

        assertThat(acting).extracting(session -> session.delegation().actorId()).containsExactly(Optional.of(actor));
        assertThat(service().sessions().end(own, acting.get(0).id())).isTrue();
        assertThat(fixture.isLive(token)).isFalse();
    }
}
