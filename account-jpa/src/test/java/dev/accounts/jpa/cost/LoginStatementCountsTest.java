package dev.accounts.jpa.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.jpa.database.ProbedTest;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many statements and transactions a login may cost, besides the hash. */
class LoginStatementCountsTest extends ProbedTest {

    private static final String PASSWORD = "k12345678";

    @Test
    void login_is_two_reads_and_then_three_statements_in_one_transaction() {
        accounts.register(Registration.of("ana", PASSWORD));
        probe.reset();

        accounts.login("ana", PASSWORD);

        assertThat(probe.executed()).hasSize(5);
        assertThat(probe.commits()).isEqualTo(1);
    }

    @Test
    void login_is_one_transaction_to_read_and_one_to_write_where_connections_do_not_commit_by_themselves() {
        accounts.register(Registration.of("ana", PASSWORD));
        probe.reset();
        probe.withoutAutoCommit();

        accounts.login("ana", PASSWORD);

        assertThat(probe.executed()).hasSize(5);
        assertThat(probe.commits()).isEqualTo(2);
    }

    @Test
    void login_reads_the_source_besides_and_writes_it_where_it_is_new_or_a_day_old() {
        accounts.register(Registration.of("ana", PASSWORD));
        AccountService here = accounts.from("192.0.2.7");
        probe.reset();

        here.login("ana", PASSWORD);
        assertThat(probe.executed()).hasSize(9);
        assertThat(probe.commits()).isEqualTo(1);

        probe.reset();
        here.login("ana", PASSWORD);
        assertThat(probe.executed()).hasSize(6);
        assertThat(probe.commits()).isEqualTo(1);
    }

    @Test
    void login_after_a_failure_is_counted_before_the_hash_and_cleared_after_it() {
        accounts.register(Registration.of("ana", PASSWORD));
        assertThatThrownBy(() -> accounts.login("ana", "wrong")).isNotNull();
        probe.reset();

        accounts.login("ana", PASSWORD);

        assertThat(probe.executed()).hasSize(8);
        assertThat(probe.commits()).isEqualTo(3);
    }

    @Test
    void a_refused_login_is_two_reads_and_three_statements_to_count_it_for_known_and_unknown_names_alike() {
        accounts.register(Registration.of("ana", PASSWORD));
        for (String name : List.of("ana", "nobody")) {
            probe.reset();

            assertThatThrownBy(() -> accounts.login(name, "wrong")).isNotNull();

            assertThat(probe.executed()).hasSize(5);
            assertThat(probe.commits()).isEqualTo(1);
        }
    }

    @Test
    void a_refused_login_counts_the_source_besides_for_known_and_unknown_names_alike() {
        accounts.register(Registration.of("ana", PASSWORD));
        for (String name : List.of("ana", "nobody")) {
            AccountService elsewhere = accounts.from("from " + name);
            probe.reset();

            assertThatThrownBy(() -> elsewhere.login(name, "wrong")).isNotNull();

            assertThat(probe.executed()).hasSize(9);
            assertThat(probe.commits()).isEqualTo(2);
        }
    }
}
