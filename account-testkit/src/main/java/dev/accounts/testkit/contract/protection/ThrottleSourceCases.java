package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.policy.RateLimit;
import dev.accounts.policy.SourcePolicy;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A source is a text from the host, such as the client's address; here it allows 8 failures, and one more in each minute. */
abstract class ThrottleSourceCases {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AccountsFixture fixture;
    private @Nullable AccountService service;

    ThrottleSourceCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private AccountService from(@Nullable String source) {
        if (service == null) {
            service = fixture.builder()
                    .sources(SourcePolicy.defaults().failedLogins(new RateLimit(8, MINUTE.multipliedBy(8))))
                    .build()
                    .service();
        }
        return service.from(source);
    }

    /** A source that is unique to the test. */
    private String source() {
        return fixture.unique("192.0.2.7");
    }

    private void failFrom(String source, int names) {
        for (int i = 0; i < names; i++) {
            new Guesses(from(source)).wrong(fixture.unique("unknown" + i), 1);
        }
    }

    @Test
    void counts_the_failures_of_all_names() {
        fixture.registered("ana");

        failFrom(source(), 8);

        assertThat(new Guesses(from(source())).refused(fixture.unique("ana"))).isEqualTo(MINUTE);
        assertThat(Guesses.refused(() -> from(source()).login(fixture.unique("ana"), PASSWORD)))
                .isEqualTo(MINUTE);
    }

    @Test
    void lets_others_log_in() {
        fixture.registered("ana");

        failFrom(source(), 8);

        assertThat(from(source() + "8").login(fixture.unique("ana"), PASSWORD).value())
                .isNotEmpty();
        assertThat(from(null).login(fixture.unique("ana"), PASSWORD).value()).isNotEmpty();
    }

    @Test
    void is_not_cleared_by_an_account_of_ones_own() {
        fixture.registered("ana");

        failFrom(source(), 7);
        from(source()).login(fixture.unique("ana"), PASSWORD);
        failFrom(source(), 1);

        new Guesses(from(source())).refused(fixture.unique("ben"));
    }

    @Test
    void does_not_count_those_who_succeed() {
        fixture.registered("ana");

        for (int i = 0; i < 20; i++) {
            from(source()).login(fixture.unique("ana"), PASSWORD);
        }

        failFrom(source(), 8);
        new Guesses(from(source())).refused(fixture.unique("ben"));
    }

    /** Many users share a source; otherwise each of them would make the next one wait. */
    @Test
    void makes_nobody_wait_for_somebody_who_succeeded() {
        fixture.registered("ana");
        fixture.registered("ben");
        failFrom(source(), 8);
        fixture.clock().advance(MINUTE);

        from(source()).login(fixture.unique("ana"), PASSWORD);

        assertThat(from(source()).login(fixture.unique("ben"), PASSWORD).value())
                .isNotEmpty();
    }

    /** Otherwise one user who retries too early would lock out all others at the same source. */
    @Test
    void does_not_count_what_was_refused_for_the_name() {
        fixture.registered("ana");
        new Guesses(from(null)).wrong(fixture.unique("ben"), 5);

        for (int i = 0; i < 20; i++) {
            assertThat(new Guesses(from(source())).refused(fixture.unique("ben")))
                    .isEqualTo(Duration.ofSeconds(1));
        }

        assertThat(from(source()).login(fixture.unique("ana"), PASSWORD).value())
                .isNotEmpty();
    }

    @Test
    void counts_no_name_for_what_was_refused_for_the_source() {
        fixture.registered("ana");
        failFrom(source(), 8);

        for (int i = 0; i < 20; i++) {
            assertThat(new Guesses(from(source())).refused(fixture.unique("ana")))
                    .isEqualTo(MINUTE);
        }

        assertThat(from(null).login(fixture.unique("ana"), PASSWORD).value()).isNotEmpty();
    }

    @Test
    void is_not_kept_waiting_where_a_session_is_asked_for_the_password() {
        String token = fixture.token("ana");
        failFrom(source(), 8);

        from(source()).passwords().confirm(token, PASSWORD);
    }

    @Test
    void lets_those_in_who_have_logged_in_from_it_before() {
        fixture.registered("ana");
        from(source()).login(fixture.unique("ana"), PASSWORD);
        failFrom(source(), 8);

        assertThat(from(source()).login(fixture.unique("ana"), PASSWORD).value())
                .isNotEmpty();
    }

    @Test
    void does_not_count_the_mistakes_of_those_who_have_logged_in_from_it_before() {
        fixture.registered("ana");
        from(source()).login(fixture.unique("ana"), PASSWORD);
        new Guesses(from(source())).wrong(fixture.unique("ana"), 5);
        new Guesses(from(source())).refused(fixture.unique("ana"));

        failFrom(source(), 8);
    }

    @Test
    void may_try_again_as_often_as_the_policy_says() {
        failFrom(source(), 8);
        for (int i = 0; i < 3; i++) {
            assertThat(new Guesses(from(source())).refused(fixture.unique("ben")))
                    .isEqualTo(MINUTE);
            fixture.clock().advance(MINUTE);
            new Guesses(from(source())).wrong(fixture.unique("one" + i), 1);
        }
    }

    @Test
    void is_not_counted_if_the_host_does_not_want_it() {
        fixture.registered("ana");
        AccountService plain =
                fixture.builder().withoutSourceLimits().build().service().from(source());
        for (int i = 0; i < 120; i++) {
            new Guesses(plain).wrong(fixture.unique("unknown" + i), 1);
        }

        assertThat(plain.login(fixture.unique("ana"), PASSWORD).value()).isNotEmpty();
    }

    @Test
    void waits_as_long_as_it_was_told_where_a_clock_was_ahead() {
        fixture.registered("ana");
        Duration ahead = Duration.ofDays(1);
        fixture.clock().advance(ahead);
        failFrom(source(), 8);
        fixture.clock().advance(ahead.negated());

        assertThat(Guesses.refused(() -> from(source()).login(fixture.unique("ana"), PASSWORD)))
                .isEqualTo(MINUTE);
        fixture.clock().advance(MINUTE);

        assertThat(from(source()).login(fixture.unique("ana"), PASSWORD).value())
                .isNotEmpty();
    }
}
