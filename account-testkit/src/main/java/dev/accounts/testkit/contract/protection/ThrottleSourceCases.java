package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A source is a text from the host, such as the client's address; here it allows 8 failures. */
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
                    .sourceThrottle(new ThrottlePolicy(8, MINUTE, MINUTE))
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
            new Guesses(from(source)).wrong(fixture.unique("nobody" + i), 1);
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

        new Guesses(from(source())).refused(fixture.unique("ana"));
    }

    @Test
    void does_not_count_those_who_succeed() {
        fixture.registered("ana");

        for (int i = 0; i < 20; i++) {
            from(source()).login(fixture.unique("ana"), PASSWORD);
        }

        failFrom(source(), 8);
        new Guesses(from(source())).refused(fixture.unique("ana"));
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
    void counts_wherever_a_password_is_asked_for() {
        String token = fixture.token("ana");

        for (PasswordPrompt way : PasswordPrompt.values()) {
            if (way != PasswordPrompt.LOGIN) {
                Refusals.violations(() -> way.go(fixture, from(source()), token, WRONG_PASSWORD));
            }
        }
        failFrom(source(), 3);

        for (PasswordPrompt way : PasswordPrompt.values()) {
            assertThat(Guesses.refused(() -> way.go(fixture, from(source()), token, PASSWORD)))
                    .isEqualTo(MINUTE);
        }
    }

    @Test
    void is_not_counted_unless_the_host_wants_it() {
        fixture.registered("ana");
        AccountService plain = fixture.service().from(source());
        for (int i = 0; i < 30; i++) {
            new Guesses(plain).wrong(fixture.unique("nobody" + i), 1);
        }

        assertThat(plain.login(fixture.unique("ana"), PASSWORD).value()).isNotEmpty();
    }
}
