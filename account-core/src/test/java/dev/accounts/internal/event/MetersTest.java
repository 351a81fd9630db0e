package dev.accounts.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.fixture.BareClassPath;
import dev.accounts.fixture.Bench;
import dev.accounts.model.BadCredentialsException;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Bench bench = new Bench();

    @BeforeEach
    void open() {
        Metrics.addRegistry(registry);
    }

    @AfterEach
    void close() {
        Metrics.removeRegistry(registry);
    }

    @Test
    void count_events_with_the_reason_of_a_refusal() {
        bench.registered("ana");
        bench.loggedIn("ana");
        assertThatThrownBy(() -> bench.service.login("ana", "wrong")).isInstanceOf(BadCredentialsException.class);

        assertThat(events("registered", "none")).isEqualTo(1);
        assertThat(events("logged_in", "none")).isEqualTo(1);
        assertThat(events("login_refused", "wrong_password")).isEqualTo(1);
    }

    @Test
    void time_hashes_and_verifications() {
        bench.registered("ana");
        bench.loggedIn("ana");

        assertThat(times("hash")).isEqualTo(1);
        assertThat(times("verify")).isEqualTo(1);
    }

    @Test
    void are_none_where_micrometer_is_not() throws ReflectiveOperationException {
        Object kind = new BareClassPath("io.micrometer.")
                .loadClass(Kind.class.getName())
                .asSubclass(Supplier.class)
                .getConstructor()
                .newInstance()
                .get();

        assertThat(kind).isEqualTo("None");
        assertThat(new Kind().get()).isEqualTo("MicrometerMeters");
    }

    /** Refers to the library as loaded by the loader of this class. */
    public static final class Kind implements Supplier<String> {

        @Override
        public String get() {
            return Meters.present().getClass().getSimpleName();
        }
    }

    private double events(String event, String reason) {
        return registry.get("accounts.events")
                .tags("event", event, "reason", reason)
                .counter()
                .count();
    }

    private long times(String operation) {
        return registry.get("accounts.passwords")
                .tag("operation", operation)
                .timer()
                .count();
    }
}
