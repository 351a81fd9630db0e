package dev.accounts.example.siege;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Strangers throw at the application, in a JVM of 256 MB, what they can: hostile bodies, and floods of logins for known, unknown
 * and imported names, of registrations and of resets, on 324 connections from a million addresses.
 */
class SiegeTest {

    private static final int MEGABYTES = 256;

    /** How much longer than in quiet times a request of a user may take, for 99 of 100 requests. */
    private static final double SLOWER = 50;

    @TempDir
    private Path folder;

    @Test
    void the_application_survives_and_answers_each_request() throws Exception {
        withstand(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }

    @Test
    @Tag("slow")
    void users_who_are_logged_in_hardly_notice() throws Exception {
        double slower = withstand(Duration.ofSeconds(20), Duration.ofSeconds(60));

        assertThat(slower).isLessThan(SLOWER);
    }

    private double withstand(Duration quietTime, Duration siegeTime) throws Exception {
        try (SiegedProcess application = new SiegedProcess(folder, MEGABYTES)) {
            Owners owners = new Owners(application.port());
            owners.ask(quietTime);
            Owners.Experience quiet = owners.ask(quietTime);
            try (Strangers strangers = new Strangers(application.port(), siegeTime)) {
                Owners.Experience besieged = owners.ask(siegeTime);
                String report = strangers.report();

                System.out.printf(
                        "me in quiet: p50 %.2f, p99 %.2f ms; under siege: p50 %.2f, p99 %.2f, max %.2f ms; %s%n",
                        quiet.millis(0.5),
                        quiet.millis(0.99),
                        besieged.millis(0.5),
                        besieged.millis(0.99),
                        besieged.millis(0.99999),
                        report);
                assertThat(report).contains(Siege.NEEDED);
                assertThat(report).doesNotContain(Siege.WRONG);
                assertThat(application.lives()).isTrue();
                assertThat(quiet.errors()).isEmpty();
                assertThat(besieged.errors()).isEmpty();
                return besieged.millis(0.99) / quiet.millis(0.99);
            }
        }
    }
}
