package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.fixture.Bench;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.service.Caller;
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
