package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.fixture.Bench;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.factor.Assurance;
import dev.accounts.service.Caller;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifyTest {

    private final Bench bench = new Bench();
    private final AccountHttp http = AccountHttp.over(bench.accounts);

    @Test
    void finds_the_caller_of_a_path_of_the_host_by_one_look_up() {
        bench.registered("alice");
        String token = bench.loggedIn("alice").value();
        int before = bench.stores.lookUps;

        Caller caller = http.identify("Token " + token);

        assertThat(caller.identity().username()).isEqualTo("alice");
        assertThat(bench.stores.lookUps - before).isEqualTo(1);
    }

    @Test
    void asks_for_a_recent_proof_where_the_host_does() {
        bench.registered("alice");
        String header = "Token " + bench.loggedIn("alice").value();
        Assurance recent = Assurance.any().freshFor(Duration.ofMinutes(5));
        int before = bench.stores.lookUps;

        assertThat(http.identify(header, recent).identity().username()).isEqualTo("alice");
        assertThat(bench.stores.lookUps - before).isEqualTo(1);

        bench.now = bench.now.plus(Duration.ofMinutes(6));
        HttpReply reply = AccountHttp.refusal(
                catchThrowableOfType(NotAuthenticatedException.class, () -> http.identify(header, recent)));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body())
                .isEqualTo(Map.of("detail", "Confirm that it is you.", "code", "reauthentication_required"));
    }

    @Test
    void reports_a_malformed_header_before_the_proof() {
        Assurance recent = Assurance.any().freshFor(Duration.ofMinutes(5));

        assertThat(catchThrowableOfType(NotAuthenticatedException.class, () -> http.identify("Token a b", recent))
                        .reason())
                .isEqualTo(NotAuthenticatedException.Reason.TOKEN_MISSING);
        assertThatNullPointerException()
                .isThrownBy(() -> http.identify(null, null))
                .withMessage("assurance");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Token", "Token a b", "Token 0123456789012345678901234567890123456789", "Basic YTpi"})
    void refuses_a_caller_whom_nobody_knows_as_the_contract_does(String authorization) {
        HttpCall call = HttpCall.of("GET", "/auth/users/me/");
        HttpReply contract = http.handle(authorization == null ? call : call.header("Authorization", authorization));

        HttpReply reply = AccountHttp.refusal(
                catchThrowableOfType(NotAuthenticatedException.class, () -> http.identify(authorization)));

        assertThat(reply).isEqualTo(contract);
        assertThat(reply.status()).isEqualTo(401);
    }
}
