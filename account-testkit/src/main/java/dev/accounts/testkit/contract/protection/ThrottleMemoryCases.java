package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.BusyException;
import dev.accounts.model.User;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import dev.accounts.testkit.internal.ScriptedPasswordHasher;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Under which name attempts are counted, for how long, and what does not make them uncounted. */
abstract class ThrottleMemoryCases {

    private final AccountsFixture fixture;

    ThrottleMemoryCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private Guesses guesses() {
        return new Guesses(fixture.service());
    }

    private String ana() {
        return fixture.unique("ana");
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
        String name = fixture.unique("nobody");

        guesses().wrong(name, 2);
        guesses().wrong(name.toUpperCase(Locale.ROOT), 2);
        guesses().wrong(" " + name + " ", 1);

        assertThat(guesses().refused(name)).isEqualTo(Duration.ofSeconds(1));
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

    /** Who waited for a quarter of an hour would else wait for another one. */
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
