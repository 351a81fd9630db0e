package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.model.BusyException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.User;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import dev.accounts.testkit.internal.ScriptedPasswordHasher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class ThrottleCases {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private final AccountsFixture fixture;

    ThrottleCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private Guesses guesses() {
        return new Guesses(fixture.service());
    }

    private String ana() {
        return fixture.unique("ana");
    }

    @Test
    void lets_five_attempts_fail_and_the_sixth_wait() {
        fixture.registered("ana");

        guesses().wrong(ana(), 5);

        assertThat(guesses().refused(ana())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void doubles_the_wait_with_each_failure_up_to_a_quarter_of_an_hour() {
        fixture.registered("ana");
        guesses().wrong(ana(), 5);
        List<Duration> waits = new ArrayList<>();

        for (int i = 0; i < 13; i++) {
            Duration wait = guesses().refused(ana());
            waits.add(wait);
            fixture.clock().advance(wait.minus(MICROSECOND));
            assertThat(guesses().refused(ana())).isEqualTo(MICROSECOND);
            fixture.clock().advance(MICROSECOND);
            guesses().wrong(ana(), 1);
        }

        assertThat(waits)
                .isEqualTo(IntStream.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900)
                        .mapToObj(Duration::ofSeconds)
                        .toList());
    }

    @Test
    void is_the_same_for_a_name_that_nobody_has() {
        assertSlowsDown(fixture.service(), fixture.unique("unknown"));
    }

    @Test
    void is_the_same_for_the_right_password_of_an_inactive_account() {
        fixture.deactivate(fixture.registered("ana").id());

        assertSlowsDown(fixture.service(), ana());
    }

    @Test
    void is_the_same_for_the_right_password_of_an_address_that_is_not_verified() {
        fixture.registered("ana");

        assertSlowsDown(
                fixture.builder()
                        .emails(EmailPolicy.defaults().requireVerification())
                        .build()
                        .service(),
                ana());
    }

    private void assertSlowsDown(AccountService service, String name) {
        Guesses guesses = new Guesses(service);
        for (int i = 0; i < 5; i++) {
            guesses.judgedWrong(name, PASSWORD);
        }
        assertThat(guesses.refused(name)).isEqualTo(Duration.ofSeconds(1));
        fixture.clock().advance(Duration.ofSeconds(1));
        guesses.judgedWrong(name, PASSWORD);
        assertThat(guesses.refused(name)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void forgets_the_failures_of_somebody_who_succeeds() {
        fixture.registered("ana");
        guesses().wrong(ana(), 4);

        fixture.login("ana");

        guesses().wrong(ana(), 5);
        assertThat(guesses().refused(ana())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void makes_nobody_wait_longer_for_attempts_that_were_refused() {
        fixture.registered("ana");
        guesses().wrong(ana(), 5);

        List<Duration> waits =
                IntStream.range(0, 20).mapToObj(i -> guesses().refused(ana())).toList();

        assertThat(waits).containsOnly(Duration.ofSeconds(1));
        fixture.clock().advance(Duration.ofSeconds(1));
        guesses().wrong(ana(), 1);
    }

    @Test
    void hashes_nothing_for_an_attempt_that_is_refused() {
        fixture.registered("ana");
        guesses().wrong(ana(), 5);
        int hashes = fixture.hasher().hashes();
        int verifications = fixture.hasher().verifications();

        guesses().refused(ana());
        guesses().refused(fixture.unique("ANA"));

        assertThat(fixture.hasher().verifications()).isEqualTo(verifications);
        assertThat(fixture.hasher().hashes()).isEqualTo(hashes);
    }

    @Test
    void refuses_the_right_password_too_until_the_wait_is_over() {
        fixture.registered("ana");
        guesses().wrong(ana(), 5);

        assertThat(Guesses.refused(() -> fixture.login("ana"))).isEqualTo(Duration.ofSeconds(1));

        fixture.clock().advance(Duration.ofSeconds(1));
        assertThat(fixture.service().me(fixture.login("ana")).username()).isEqualTo(ana());
    }

    @Test
    void leaves_those_alone_who_are_logged_in() {
        String token = fixture.token("ana");

        guesses().wrong(ana(), 5);

        guesses().refused(ana());
        assertThat(fixture.service().me(token).username()).isEqualTo(ana());
        assertThat(fixture.service().sessions().list(token)).hasSize(1);
    }

    @Test
    void is_over_at_once_for_somebody_who_resets_the_password_by_mail() {
        long id = fixture.registered("ana").id();
        guesses().wrong(ana(), 5);
        guesses().refused(ana());

        fixture.service().passwords().requestReset(fixture.email("ana"));
        OneTimeToken link = fixture.mail().link(id);
        fixture.service().passwords().reset(link.uid(), link.value(), NEW_PASSWORD);

        assertThat(fixture.service().login(ana(), NEW_PASSWORD).token().userId())
                .isEqualTo(id);
    }

    @Test
    void does_not_count_what_could_not_be_judged() {
        fixture.registered("ana");
        AccountService busy = fixture.builder()
                .passwordHasher(ScriptedPasswordHasher.busy())
                .build()
                .service();
        HostFailure failure = new HostFailure();
        AccountService broken = fixture.builder()
                .passwordHasher(new ScriptedPasswordHasher().afterFirstVerify(() -> {
                    throw failure;
                }))
                .build()
                .service();

        for (int i = 0; i < 6; i++) {
            assertThatExceptionOfType(BusyException.class).isThrownBy(() -> busy.login(ana(), PASSWORD));
        }
        assertThatThrownBy(() -> broken.login(ana(), PASSWORD)).isSameAs(failure);

        guesses().wrong(ana(), 5);
        guesses().refused(ana());
    }

    @Test
    void forgets_what_failed_after_a_day() {
        fixture.registered("ana");
        guesses().wrong(ana(), 5);
        for (Duration wait = guesses().refused(ana());
                wait.toMinutes() < 15;
                wait = guesses().refused(ana())) {
            fixture.clock().advance(wait);
            guesses().wrong(ana(), 1);
        }

        fixture.clock().advance(Duration.ofDays(1));

        guesses().wrong(ana(), 5);
        assertThat(guesses().refused(ana())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void remembers_what_failed_within_a_day() {
        fixture.registered("ana");
        guesses().wrong(ana(), 5);

        fixture.clock().advance(Duration.ofDays(1).minusNanos(1000));

        guesses().wrong(ana(), 1);
        assertThat(guesses().refused(ana())).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void keeps_an_owner_out_for_as_long_as_it_says_where_a_clock_was_ahead() {
        fixture.registered("ana");
        for (Duration ahead : List.of(Duration.ofMinutes(10), Duration.ofDays(1), Duration.ofDays(3650))) {
            Instant right = fixture.clock().instant();
            fixture.clock().advance(ahead);
            guesses().wrong(ana(), 5);
            fixture.clock().advance(guesses().refused(ana()));
            guesses().wrong(ana(), 1);

            fixture.clock().set(right);
            assertThat(guesses().refused(ana())).isEqualTo(Duration.ofSeconds(2));

            fixture.clock().advance(Duration.ofSeconds(2));
            assertThat(fixture.login("ana")).isNotEmpty();
        }
    }

    @Test
    void makes_nothing_shorter_where_the_clock_is_set_back() {
        fixture.registered("ana");
        guesses().wrong(ana(), 5);
        fixture.clock().advance(Duration.ofSeconds(1));
        guesses().wrong(ana(), 1);

        fixture.clock().advance(Duration.ofDays(-2));

        assertThat(guesses().refused(ana())).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void counts_all_cases_and_unicode_forms_of_a_name_as_one() {
        fixture.registered("Fiona");
        List<String> forms = List.of("fiona", "FIONA", "ﬁona", "ＦＩＯＮＡ", " Fiona");

        forms.forEach(form -> guesses().wrong(fixture.unique(form), 1));

        forms.forEach(
                form -> assertThat(guesses().refused(fixture.unique(form))).isEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void counts_all_forms_of_a_name_that_nobody_has_as_one() {
        String name = fixture.unique("unknown");

        guesses().wrong(name, 2);
        guesses().wrong(name.toUpperCase(Locale.ROOT), 2);
        guesses().wrong(" " + name + " ", 1);

        assertThat(guesses().refused(name)).isEqualTo(Duration.ofSeconds(1));
    }

    /** Otherwise a stranger could have each mistyped name refused as throttled. */
    @Test
    void counts_each_name_that_no_account_can_have_for_itself() {
        guesses().wrong(fixture.unique("a b"), 5);

        guesses().refused(fixture.unique("a b"));
        guesses().wrong(fixture.unique("a c"), 1);
    }

    @Test
    void counts_each_name_for_itself() {
        fixture.registered("ana");
        fixture.registered("ben");

        guesses().wrong(ana(), 5);

        guesses().refused(ana());
        assertThat(fixture.login("ben")).isNotEmpty();
    }

    @Test
    void counts_the_name_and_the_address_of_an_account_as_one() {
        User ana = fixture.verified("ana");
        AccountService byEmail = fixture.builder()
                .emails(EmailPolicy.defaults().allowLoginByEmail())
                .build()
                .service();
        assertThat(byEmail.login(ana.email(), PASSWORD).token().userId()).isEqualTo(ana.id());
        Guesses guesses = new Guesses(byEmail);

        guesses.wrong(ana.email(), 3);
        guesses.wrong(ana(), 2);

        guesses.refused(ana());
        guesses.refused(ana.email());
        guesses.refused(ana.email().toUpperCase(Locale.ROOT));
    }

    @Test
    void outlives_the_rollback_of_a_host() {
        fixture.registered("ana");

        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(HostFailure.class)
                    .isThrownBy(() -> fixture.stores().atomically(() -> {
                        guesses().wrong(ana(), 1);
                        throw new HostFailure();
                    }));
        }

        assertThat(guesses().refused(ana())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void holds_for_all_nodes_of_a_host() {
        fixture.registered("ana");

        for (int i = 0; i < 5; i++) {
            new Guesses(fixture.builder().build().service()).wrong(ana(), 1);
        }

        assertThat(new Guesses(fixture.builder().build().service()).refused(ana()))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void is_as_strict_as_the_host_sets_it() {
        fixture.registered("ana");
        Guesses guesses = new Guesses(fixture.builder()
                .throttle(new ThrottlePolicy(1, Duration.ofMinutes(1), Duration.ofMinutes(1)))
                .build()
                .service());

        guesses.wrong(ana(), 1);

        assertThat(guesses.refused(ana())).isEqualTo(Duration.ofMinutes(1));
        fixture.clock().advance(Duration.ofMinutes(1));
        guesses.wrong(ana(), 1);
        assertThat(guesses.refused(ana())).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void can_be_left_to_the_host() {
        fixture.registered("ana");
        AccountService unlimited = fixture.builder().withoutThrottle().build().service();

        new Guesses(unlimited).wrong(ana(), 40);

        assertThat(unlimited.login(ana(), PASSWORD).value()).isNotEmpty();
        assertThat(fixture.hasher().verifications()).isEqualTo(41);
        new Guesses(fixture.service()).judgedWrong(ana(), WRONG_PASSWORD);
    }

    /** Otherwise a caller who waited a quarter of an hour would have to wait another one. */
    @Test
    void lets_somebody_whose_attempt_could_not_be_judged_try_again_at_once() {
        fixture.registered("ana");
        guesses().wrong(ana(), 5);
        fixture.clock().advance(Duration.ofSeconds(1));
        AccountService busy = fixture.builder()
                .passwordHasher(ScriptedPasswordHasher.busy())
                .build()
                .service();

        assertThatExceptionOfType(BusyException.class).isThrownBy(() -> busy.login(ana(), PASSWORD));

        assertThat(fixture.login("ana")).isNotEmpty();
    }
}
