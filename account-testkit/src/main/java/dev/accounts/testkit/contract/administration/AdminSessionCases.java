package dev.accounts.testkit.contract.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.User;
import dev.accounts.service.AccountAdministration;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Refusals;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How staff end the tokens of others. */
abstract class AdminSessionCases {

    private final AccountsFixture fixture;

    AdminSessionCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private AccountAdministration administration() {
        return fixture.administration();
    }

    private void assertEnded(String token) {
        assertThat(Refusals.reason(() -> fixture.service().me(token)))
                .isEqualTo(NotAuthenticatedException.Reason.TOKEN_INVALID);
    }

    @Test
    void ends_all_sessions_of_one_account() {
        User ana = fixture.registered("ana");
        List<String> tokens = List.of(fixture.login("ana"), fixture.login("ana"));
        String other = fixture.token("ben");

        administration().endSessions(fixture.root(), ana.id());

        tokens.forEach(this::assertEnded);
        assertThat(fixture.service().me(other).username()).isEqualTo(fixture.unique("ben"));
        assertThat(fixture.login("ana")).isNotEmpty();
    }

    @Test
    void ends_the_tokens_of_all_in_steps() {
        long root = fixture.root();
        String ana = fixture.token("ana");
        String ben = fixture.token("ben");

        int ended = 0;
        int step;
        do {
            step = fixture.administration().endAllSessions(root, 100);
            assertThat(step).isLessThanOrEqualTo(100);
            ended += step;
        } while (step == 100);

        assertThat(ended).isGreaterThanOrEqualTo(2);
        assertEnded(ana);
        assertEnded(ben);
        assertThat(fixture.login("ana")).isNotEmpty();
    }
}
