package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.Parameter;

/** Times mean the same instant whatever zone the JVM that writes or reads them is in. */
@OnEachDatabase
@ResourceLock(Resources.TIME_ZONE)
class TimesTest {

    /** Within the hour that New York has twice, and Auckland does not have. */
    private static final List<Instant> MOMENTS = List.of(
            Instant.parse("2026-11-01T05:30:00.123456Z"),
            Instant.parse("2026-11-01T06:30:00.123456Z"),
            Instant.parse("2026-09-26T14:30:00.999999Z"),
            Instant.parse("2039-01-01T00:00:00.000001Z"));

    @Parameter
    TestDatabase database;

    private final TimeZone original = TimeZone.getDefault();

    @BeforeEach
    void empty() {
        database.empty();
    }

    @AfterEach
    void restore() {
        TimeZone.setDefault(original);
    }

    @Test
    void survive_a_change_of_the_default_zone() {
        for (Instant moment : MOMENTS) {
            MovableClock clock = new MovableClock();
            clock.set(moment);
            AccountService accounts = Accounts.builder(database.stores())
                    .passwordHasher(new FastPasswordHasher())
                    .clock(clock)
                    .build()
                    .service();
            String name = "ana" + moment.getEpochSecond();
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            long id = accounts.register(Registration.of(name, "k12345678")).id();
            IssuedToken token = accounts.login(name, "k12345678");

            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            User user = accounts.getUser(token.value(), id);

            assertThat(user.dateJoined()).isEqualTo(moment);
            assertThat(user.lastLogin()).contains(moment);
            assertThat(database.stores()
                            .tokens()
                            .findOwner(token.token().digest())
                            .orElseThrow()
                            .expiresAt())
                    .contains(moment.plus(Duration.ofDays(30)));
        }
    }
}
