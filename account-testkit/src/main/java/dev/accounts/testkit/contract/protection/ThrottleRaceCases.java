package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.BusyException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.policy.RateLimit;
import dev.accounts.policy.SourcePolicy;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import dev.accounts.testkit.internal.Race;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class ThrottleRaceCases {

    private static final int NODES = 4;
    private static final int RUNNERS = 48;
    private static final int FREE = 5;

    private final AccountsFixture fixture;

    ThrottleRaceCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private List<AccountService> nodes() {
        return IntStream.range(0, NODES)
                .mapToObj(node -> fixture.builder().build().service())
                .toList();
    }

    /** The outcome of an attempt. */
    private enum Outcome {
        PASSED,
        WRONG,
        REFUSED
    }

    private static Outcome login(AccountService service, String name, String password) {
        try {
            service.login(name, password);
            return Outcome.PASSED;
        } catch (BadCredentialsException e) {
            return Outcome.WRONG;
        } catch (TooManyAttemptsException | BusyException e) {
            return Outcome.REFUSED;
        }
    }

    private void assertOnlyFreeOnesAreJudged(String name) {
        List<AccountService> nodes = nodes();
        int verifications = fixture.hasher().verifications();

        List<Outcome> outcomes = Race.of(RUNNERS, i -> login(nodes.get(i % NODES), name, WRONG_PASSWORD));

        int wrong = Collections.frequency(outcomes, Outcome.WRONG);
        assertThat(fixture.hasher().verifications() - verifications).isEqualTo(wrong);
        // While no failure is on record, each node may have one attempt under way.
        assertThat(wrong).isBetween(FREE, FREE + NODES - 1);
        assertThat(Collections.frequency(outcomes, Outcome.REFUSED)).isEqualTo(RUNNERS - wrong);
    }

    @Test
    void lets_no_more_wrong_passwords_be_judged_however_many_come_at_once() {
        fixture.registered("ana");

        assertOnlyFreeOnesAreJudged(fixture.unique("ana"));
    }

    @Test
    void lets_no_more_be_judged_for_a_name_that_nobody_has() {
        assertOnlyFreeOnesAreJudged(fixture.unique("unknown"));
    }

    @Test
    void lets_one_attempt_be_judged_when_the_wait_is_over() {
        fixture.registered("ana");
        String name = fixture.unique("ana");
        new Guesses(fixture.service()).wrong(name, FREE);
        List<AccountService> nodes = nodes();

        for (int round = 0; round < 3; round++) {
            fixture.clock().advance(Duration.ofSeconds(1L << round));
            List<Outcome> outcomes = Race.of(RUNNERS, i -> login(nodes.get(i % NODES), name, WRONG_PASSWORD));
            assertThat(Collections.frequency(outcomes, Outcome.WRONG)).isEqualTo(1);
        }
    }

    /** The right password may or may not get through; in both cases only the free attempts are judged. */
    @Test
    void judges_no_more_where_one_of_many_is_right() {
        fixture.registered("ana");
        String name = fixture.unique("ana");
        List<AccountService> nodes = nodes();
        int verifications = fixture.hasher().verifications();

        List<Outcome> outcomes =
                Race.of(RUNNERS, i -> login(nodes.get(i % NODES), name, i == 7 ? PASSWORD : WRONG_PASSWORD));

        // A success clears the failures before it.
        int allowed = (FREE + NODES - 1) * (1 + Collections.frequency(outcomes, Outcome.PASSED));
        assertThat(fixture.hasher().verifications() - verifications).isLessThanOrEqualTo(allowed);
    }

    @Test
    void lets_one_attempt_on_each_node_be_under_way_before_a_failure_is_on_record() {
        fixture.registered("ana");
        CyclicBarrier allUnderWay = new CyclicBarrier(NODES);
        AtomicInteger arrived = new AtomicInteger();
        fixture.hasher().beforeEach(() -> {
            if (arrived.incrementAndGet() <= NODES) {
                await(allUnderWay);
            }
        });
        List<AccountService> nodes = nodes();

        List<Outcome> outcomes = Race.of(NODES, i -> login(nodes.get(i), fixture.unique("ana"), WRONG_PASSWORD));

        assertThat(outcomes).containsOnly(Outcome.WRONG);
        new Guesses(fixture.service()).wrong(fixture.unique("ana"), FREE - NODES);
        new Guesses(fixture.service()).refused(fixture.unique("ana"));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refuses_a_source_that_guesses_at_many_names() {
        String source = fixture.unique("192.0.2.7");
        SourcePolicy policy = SourcePolicy.defaults().failedLogins(RateLimit.perHour(FREE));
        List<AccountService> nodes = IntStream.range(0, NODES)
                .mapToObj(node ->
                        fixture.builder().sources(policy).build().service().from(source))
                .toList();

        List<Outcome> outcomes =
                Race.of(RUNNERS, i -> login(nodes.get(i % NODES), fixture.unique("unknown" + i), WRONG_PASSWORD));

        // Attempts under way are not counted yet; the slots of the hasher bound them.
        assertThat(Collections.frequency(outcomes, Outcome.WRONG)).isGreaterThanOrEqualTo(FREE);
        nodes.forEach(node -> new Guesses(node).refused(fixture.unique("unknown")));
    }

    @Test
    void takes_nobody_for_a_guesser_who_logs_in_with_many_devices_at_once() {
        fixture.registered("ana");
        AccountService node = fixture.service();

        List<Outcome> outcomes = Race.of(50, i -> login(node, fixture.unique("ana"), PASSWORD));

        assertThat(outcomes).containsOnly(Outcome.PASSED);
    }
}
