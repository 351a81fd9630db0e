package dev.accounts.jpa.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.jpa.database.ProbedTest;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Registration;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many statements each operation may cost: a round trip each, which is what a look-up is made of. */
class StatementCountsTest extends ProbedTest {

    private static final String PASSWORD = "k12345678";

    @Test
    void me_is_one_statement_without_a_transaction() {
        String token = loggedIn();

        accounts.me(token);

        assertThat(probe.executed()).hasSize(1);
        assertThat(probe.commits()).isZero();
    }

    @Test
    void get_user_is_three_statements_with_the_check_of_the_token_and_no_transaction() {
        String token = loggedIn();
        long id = accounts.me(token).id();
        probe.reset();

        accounts.getUser(token, id);

        assertThat(probe.executed()).hasSize(3);
        assertThat(probe.commits()).isZero();
    }

    @Test
    void logout_is_one_statement_that_commits_by_itself_where_nobody_listens() {
        String token = loggedIn();

        accounts.logout(token);

        assertThat(probe.executed()).hasSize(1);
        assertThat(probe.commits()).isZero();
    }

    @Test
    void logout_reads_the_owner_for_a_listener() {
        String token = loggedIn();
        AccountService heard = Accounts.builder(probed.stores())
                .passwordHasher(new FastPasswordHasher())
                .listenAfterCommit(event -> {})
                .build()
                .service();

        heard.logout(token);

        assertThat(probe.executed()).hasSize(2);
        assertThat(probe.commits()).isEqualTo(1);
    }

    @Test
    void a_change_of_a_profile_is_two_reads_and_12_statements_in_one_transaction_with_any_number_of_towns() {
        List<Long> towns = IntStream.range(0, 50)
                .mapToObj(i ->
                        accounts.towns().create("Town " + i, "Russia", 0, 0).id())
                .toList();
        String token = loggedIn();

        User changed = accounts.profile()
                .change(token, ProfileChange.none().daysCount(7).towns(towns));

        assertThat(changed.towns()).isEqualTo(towns);
        assertThat(probe.executed()).hasSize(14);
        assertThat(probe.commits()).isEqualTo(1);
    }

    @Test
    void what_a_user_may_do_is_one_statement_without_a_transaction_by_id_and_by_token() {
        String token = loggedIn();
        long id = accounts.me(token).id();
        probe.reset();

        probed.stores().roles().effective(id);
        accounts.caller(token);

        assertThat(probe.executed()).hasSize(2);
        assertThat(probe.commits()).isZero();
    }

    @Test
    void a_page_of_users_is_two_statements_without_a_transaction() {
        List.of("ana", "bob", "cyd").forEach(name -> accounts.register(Registration.of(name, PASSWORD)));
        probe.reset();

        List<User> page = probed.stores().users().search(UserSearch.all());

        assertThat(page).hasSize(3);
        assertThat(probe.executed()).hasSize(2);
        assertThat(probe.commits()).isZero();
    }

    @Test
    void noting_down_a_use_is_two_statements_and_one_if_it_is_not_due() {
        TokenDigest digest = TokenDigest.of(loggedIn());
        Instant now = Instant.parse("2999-01-01T00:00:00Z");

        assertThat(probed.stores().tokens().touch(digest, now, now)).isTrue();
        assertThat(probe.executed()).hasSize(2);
        assertThat(probed.stores().tokens().touch(digest, now, now)).isFalse();
        assertThat(probe.executed()).hasSize(3);
    }

    @Test
    void a_read_over_connections_that_do_not_commit_by_themselves_ends_its_transaction() {
        String token = loggedIn();
        probe.withoutAutoCommit();

        accounts.me(token);

        assertThat(probe.executed()).hasSize(1);
        assertThat(probe.commits()).isEqualTo(1);
    }

    private String loggedIn() {
        accounts.register(Registration.of("ana", PASSWORD));
        String token = accounts.login("ana", PASSWORD).value();
        probe.reset();
        return token;
    }
}
