package dev.accounts.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.fixture.Bench;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private AccountService service;

    @BeforeEach
    void register_and_log_in() {
        Bench bench = new Bench();
        AccountMetrics metrics = AccountMetrics.in(registry);
        service = bench.builder()
                .passwordHasher(metrics.timed(bench.hasher))
                .listenAfterCommit(metrics)
                .build()
                .service();
        service.register(Registration.of("ana", Bench.PASSWORD));
        service.login("ana", Bench.PASSWORD);
    }

    @Test
    void count_events_with_the_reason_of_a_refusal() {
        assertThatThrownBy(() -> service.login("ana", "wrong")).isInstanceOf(BadCredentialsException.class);

        assertThat(events("registered", "none")).isEqualTo(1);
        assertThat(events("logged_in", "none")).isEqualTo(1);
        assertThat(events("login_refused", "wrong_password")).isEqualTo(1);
    }

    @Test
    void time_hashes_and_verifications() {
        assertThat(times("hash")).isEqualTo(1);
        assertThat(times("verify")).isEqualTo(1);
    }

    @Test
    void need_a_registry_and_a_hasher() {
        assertThatNullPointerException()
                .isThrownBy(() -> AccountMetrics.in(null))
                .withMessage("registry");
        assertThatNullPointerException()
                .isThrownBy(() -> AccountMetrics.in(registry).timed(null))
                .withMessage("hasher");
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
