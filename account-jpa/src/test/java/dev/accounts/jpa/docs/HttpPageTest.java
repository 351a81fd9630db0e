package dev.accounts.jpa.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.http.AccountHttp;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.factor.Assurance;
import dev.accounts.service.Caller;
import dev.accounts.testkit.TestAccounts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Runs the controller of {@code docs/http.md}; the examples have the other Java of the page. */
class HttpPageTest {

    @RestController
    static class Payouts {

        private final AccountHttp http;

        Payouts(AccountHttp http) {
            this.http = http;
        }

        @PostMapping("/payouts")
        String payOut(@RequestHeader(name = "Authorization", required = false) String authorizationHeader) {
            Caller caller = http.identify(authorizationHeader, Assurance.any().freshFor(Duration.ofMinutes(5)));
            return "Paid to " + caller.identity().username();
        }
    }

    @Test
    void a_controller_asks_for_a_recent_proof() {
        TestAccounts accounts = TestAccounts.create();
        Payouts payouts = new Payouts(accounts.http());
        String header = accounts.authorization("ana");

        assertThat(payouts.payOut(header)).isEqualTo("Paid to ana");
        accounts.clock().advance(Duration.ofMinutes(6));
        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> payouts.payOut(header))
                .matches(refusal -> refusal.reason() == NotAuthenticatedException.Reason.REAUTHENTICATION_REQUIRED);
        assertThatExceptionOfType(NotAuthenticatedException.class).isThrownBy(() -> payouts.payOut(null));
    }
}
