package dev.accounts.jpa.growth;

import static dev.accounts.jpa.growth.FilledUsers.PASSWORD;
import static dev.accounts.jpa.growth.FilledUsers.secondToken;
import static dev.accounts.jpa.growth.FilledUsers.token;
import static dev.accounts.jpa.growth.FilledUsers.username;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Registration;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.service.AccountService;
import dev.accounts.service.Session;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What users do reads few rows among 20,000 users, in every statement. Each test has users of its own. */
@OnEachDatabase
class IndexUseTest {

    @Parameter
    TestDatabase database;

    private ExplainedAccounts explained;
    private AccountService accounts;

    @BeforeEach
    void open() {
        explained = ExplainedAccounts.on(database);
        accounts = explained.accounts().service().from("192.0.2.1");
    }

    @AfterEach
    void check() {
        if (explained != null) {
            explained.requireFewRows();
        }
    }

    @Test
    void me() {
        assertThat(accounts.me(token(10_001)).username()).isEqualTo(username(10_001));
    }

    @Test
    void me_that_records_the_use_of_the_token() {
        explained.clock().advance(Duration.ofMinutes(10));

        assertThat(accounts.me(token(10_002)).id()).isEqualTo(10_002);

        assertThat(explained.probe().explained()).hasSize(3);
    }

    @Test
    void get_user() {
        assertThat(accounts.getUser(token(10_003), 15_003).towns()).hasSize(3);
    }

    @Test
    void permissions_of_the_caller() {
        assertThat(accounts.caller(token(10_003)).has("reports.read")).isFalse();
    }

    @Test
    void login() {
        assertThat(accounts.login(username(10_004), PASSWORD).value()).isNotEmpty();
    }

    @Test
    void refused_and_delayed_logins() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> accounts.login(username(10_005), "wrong-Horse-7"))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> accounts.login(username(10_005), "wrong-Horse-7"))
                .isInstanceOf(TooManyAttemptsException.class);
        assertThatThrownBy(() -> accounts.login("nobody", PASSWORD)).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void logout() {
        accounts.logout(secondToken(10_006));
    }

    @Test
    void register() {
        accounts.register(Registration.of("newcomer", PASSWORD)
                .email("newcomer@example.org")
                .towns(1, 2, 3));
    }

    @Test
    void refused_registration() {
        assertThatThrownBy(() -> accounts.register(Registration.of(username(10_007), PASSWORD)
                        .email("member10007@example.org")
                        .towns(1)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void sessions() {
        List<Session> sessions = accounts.sessions().list(token(10_008));

        assertThat(accounts.sessions().end(token(10_008), sessions.get(1).id())).isTrue();
        accounts.sessions().endOthers(token(10_008));
        accounts.sessions().endAll(token(10_008));
    }

    @Test
    void mails() {
        accounts.passwords().requestReset("member10009@example.org");
        accounts.usernames().requestReset("member10009@example.org");
        accounts.emails().requestVerification("member10009@example.org");
        accounts.passwords().requestReset("nobody@example.org");
    }

    @Test
    void changes_of_an_account() {
        accounts.profile()
                .change(token(10_010), ProfileChange.none().daysCount(7).towns(List.of(4L, 5L)));
        accounts.changeUsername(token(10_010), PASSWORD, "renamed");
        accounts.emails().change(token(10_010), PASSWORD, "renamed@example.org");
        accounts.passwords().change(token(10_010), PASSWORD, "another-Horse-8");
    }
}
