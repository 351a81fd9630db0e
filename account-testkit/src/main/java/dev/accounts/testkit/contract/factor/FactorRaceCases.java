package dev.accounts.testkit.contract.factor;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.model.AccountException;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.SecondFactorRequiredException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.service.AccountService;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.testkit.TotpApp;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.FactorFixture;
import dev.accounts.testkit.internal.FactorFixture.Owner;
import dev.accounts.testkit.internal.Race;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class FactorRaceCases {

    private static final int RUNNERS = 32;
    private static final int NODES = 8;

    private final AccountsFixture fixture;
    private final FactorFixture factors;

    FactorRaceCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.factors = fixture.factors();
    }

    /** Each runner is a node of its own, so that no queue in memory helps. Failures of proofs do not delay. */
    private AccountService node() {
        return fixture.builder().withoutThrottle().build().service();
    }

    private static <T> Optional<T> unlessRefused(Supplier<T> call) {
        try {
            return Optional.of(Race.atLast(call));
        } catch (InvalidInputException
                | BadCredentialsException
                | BusyException
                | NotAuthenticatedException
                | SecondFactorRequiredException
                | TooManyAttemptsException refused) {
            return Optional.empty();
        }
    }

    private static <T> List<T> present(List<Optional<T>> results) {
        return results.stream().flatMap(Optional::stream).toList();
    }

    @Test
    void one_challenge_and_code_issue_one_token() {
        Owner ana = factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");
        Proof code = Proof.totp(ana.app().code());

        List<Optional<IssuedToken>> issued =
                Race.of(RUNNERS, i -> unlessRefused(() -> node().factors().completeLogin(challenge.value(), code, "")));

        assertThat(present(issued)).hasSize(1);
        assertThat(fixture.service().sessions().list(ana.token())).hasSize(2);
    }

    /**
     * In sessions: a login would be stopped by its challenge, which is good once as well. Each session asks all nodes, so that no queue in
     * memory helps.
     */
    @Test
    void one_code_confirms_one_of_200_calls() {
        Owner ana = factors.enrolled("ana");
        List<String> tokens = IntStream.range(0, NODES)
                .mapToObj(i -> {
                    fixture.clock().advance(FactorFixture.PERIOD);
                    return factors.loggedIn(ana).value();
                })
                .toList();
        fixture.clock().advance(FactorFixture.PERIOD);
        Proof next = Proof.totp(ana.app().code());
        List<AccountService> nodes =
                IntStream.range(0, NODES).mapToObj(i -> node()).toList();

        List<Optional<IssuedToken>> confirmed = Race.of(
                200,
                i -> unlessRefused(() -> nodes.get(i % NODES).confirm(tokens.get(i / NODES % tokens.size()), next)));

        assertThat(present(confirmed)).hasSize(1);
    }

    @Test
    void one_recovery_code_confirms_one_of_many_calls() {
        Owner ana = factors.enrolled("ana");
        String other = factors.loggedIn(ana).value();
        Proof code = Proof.recoveryCode(ana.recoveryCodes().get(0));

        List<Optional<IssuedToken>> confirmed =
                Race.of(RUNNERS, i -> unlessRefused(() -> node().confirm(i % 2 == 0 ? ana.token() : other, code)));

        assertThat(present(confirmed)).hasSize(1);
        assertThat(fixture.stores().recoveryCodes().count(ana.id())).isEqualTo(9);
    }

    @Test
    void one_token_is_confirmed_once() {
        String token = fixture.token("ana");

        List<Optional<IssuedToken>> confirmed =
                Race.of(RUNNERS, i -> unlessRefused(() -> node().confirm(token, Proof.password(PASSWORD))));

        List<IssuedToken> live = present(confirmed);
        assertThat(live).hasSize(1);
        assertThat(fixture.service().sessions().list(live.get(0).value())).hasSize(1);
    }

    @Test
    void one_enrolment_is_confirmed_once() {
        fixture.verified("ana");
        String token = fixture.login("ana");
        TotpEnrolment begun = factors.service().beginTotp(token);
        String code = TotpApp.scan(begun, fixture.clock()).code();

        List<?> enrolled = present(Race.of(
                RUNNERS, i -> unlessRefused(() -> node().factors().confirmTotp(token, begun.enrolment(), code))));

        assertThat(enrolled).hasSize(1);
        assertThat(fixture.stores()
                        .recoveryCodes()
                        .count(fixture.service().me(liveToken(enrolled)).id()))
                .isEqualTo(10);
    }

    private static String liveToken(List<?> enrolled) {
        return ((EnrolledFactor) enrolled.get(0)).token().value();
    }

    /** A login that was under way when the factor was enrolled must not leave a token without one. */
    @Test
    void no_login_slips_past_an_enrolment() {
        fixture.verified("ana");
        String token = fixture.login("ana");
        TotpEnrolment begun = factors.service().beginTotp(token);
        String code = TotpApp.scan(begun, fixture.clock()).code();

        List<Optional<String>> tokens = Race.of(
                RUNNERS,
                i -> i == 0
                        ? unlessRefused(() -> node().factors()
                                .confirmTotp(token, begun.enrolment(), code)
                                .token()
                                .value())
                        : unlessRefused(() ->
                                node().login(fixture.unique("ana"), PASSWORD).value()));

        assertThat(tokens.get(0)).isPresent();
        assertThat(present(tokens))
                .filteredOn(fixture::isLive)
                .containsExactly(tokens.get(0).orElseThrow());
    }

    @Test
    void no_challenge_outlives_a_change_of_the_password() {
        Owner ana = factors.enrolled("ana");
        LoginChallenge before = factors.challenge("ana");

        List<Optional<LoginChallenge>> challenges = Race.of(RUNNERS, i -> {
            if (i == 0) {
                node().passwords().change(ana.token(), PASSWORD, NEW_PASSWORD);
                return Optional.of(before);
            }
            return asked(() -> Race.atLast(() -> node().login(fixture.unique("ana"), PASSWORD)));
        });

        for (LoginChallenge challenge : present(challenges)) {
            assertThat(unlessRefused(() ->
                            factors.complete(challenge, Proof.totp(ana.app().code()))))
                    .isEmpty();
        }
    }

    @Test
    void no_token_that_is_being_confirmed_outlives_a_change_of_the_password() {
        assertNoneOutlives((node, kept) -> node.passwords().change(kept, PASSWORD, NEW_PASSWORD));
    }

    @Test
    void no_token_that_is_being_confirmed_outlives_the_end_of_all_others() {
        assertNoneOutlives((node, kept) -> node.sessions().endOthers(kept));
    }

    /** An operation that revokes all tokens must not miss one that is being replaced. */
    private void assertNoneOutlives(BiConsumer<AccountService, String> end) {
        String kept = fixture.token("ana");
        List<String> tokens =
                IntStream.range(1, RUNNERS).mapToObj(i -> fixture.login("ana")).toList();

        List<Optional<String>> renewed = Race.of(RUNNERS, i -> {
            if (i == 0) {
                end.accept(node(), kept);
                return Optional.empty();
            }
            return unlessRefused(() ->
                    node().confirm(tokens.get(i - 1), Proof.password(PASSWORD)).value());
        });

        assertThat(present(renewed)).filteredOn(fixture::isLive).isEmpty();
        assertThat(fixture.service().sessions().list(kept)).hasSize(1);
    }

    @Test
    void many_recovery_codes_for_one_challenge_use_up_one() {
        Owner ana = factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");

        List<Optional<IssuedToken>> issued = Race.of(
                RUNNERS,
                i -> unlessRefused(() -> node().factors()
                        .completeLogin(
                                challenge.value(),
                                Proof.recoveryCode(ana.recoveryCodes().get(i % 10)),
                                "")));

        assertThat(present(issued)).hasSize(1);
        assertThat(fixture.stores().recoveryCodes().count(ana.id())).isEqualTo(9);
    }

    @Test
    void many_recovery_codes_for_one_token_use_up_one() {
        Owner ana = factors.enrolled("ana");

        List<Optional<IssuedToken>> confirmed = Race.of(
                RUNNERS,
                i -> unlessRefused(() -> node().confirm(
                                ana.token(),
                                Proof.recoveryCode(ana.recoveryCodes().get(i % 10)))));

        assertThat(present(confirmed)).hasSize(1);
        assertThat(fixture.stores().recoveryCodes().count(ana.id())).isEqualTo(9);
    }

    private static Optional<LoginChallenge> asked(Callable<IssuedToken> login) {
        try {
            login.call();
            return Optional.empty();
        } catch (SecondFactorRequiredException asked) {
            return Optional.of(asked.challenge());
        } catch (AccountException refused) {
            return Optional.empty();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void codes_that_are_replaced_by_many_at_once_are_ten() {
        Owner ana = factors.enrolled("ana");

        Race.of(RUNNERS, i -> unlessRefused(() -> node().factors().replaceRecoveryCodes(ana.token())));

        assertThat(fixture.stores().recoveryCodes().count(ana.id())).isEqualTo(10);
    }

    /** Another node, after a restart, knows what was used. */
    @Test
    void a_code_is_good_once_across_restarts() {
        Owner ana = factors.enrolled("ana");
        Proof code = Proof.totp(ana.app().code());
        factors.complete(factors.challenge("ana"), code);
        Accounts restarted = fixture.builder().build();

        LoginChallenge challenge = factors.challenge("ana");

        assertThat(unlessRefused(() -> restarted.service().factors().completeLogin(challenge.value(), code, "")))
                .isEmpty();
    }
}
