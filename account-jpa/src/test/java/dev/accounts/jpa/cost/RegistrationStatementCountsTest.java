package dev.accounts.jpa.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.Accounts;
import dev.accounts.jpa.database.ProbedTest;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many statements and transactions a registration and a request for a mail may cost. */
class RegistrationStatementCountsTest extends ProbedTest {

    private static final String PASSWORD = "k12345678";

    @Test
    void register_is_five_statements_and_one_transaction_with_any_number_of_towns() {
        long[] towns = IntStream.range(0, 50)
                .mapToLong(i ->
                        accounts.towns().create("Town " + i, "Russia", 0, 0).id())
                .toArray();
        probe.reset();

        User user = accounts.register(
                Registration.of("ana", PASSWORD).email("ana@x.org").towns(towns));

        assertThat(user.towns()).hasSize(50);
        assertThat(probe.executed()).hasSize(5);
        assertThat(probe.commits()).isEqualTo(1);
    }

    @Test
    void a_refused_registration_is_one_read() {
        accounts.register(Registration.of("ana", PASSWORD).email("ana@x.org"));
        probe.reset();

        assertThatThrownBy(() -> accounts.register(
                        Registration.of("ana", PASSWORD).email("ana@x.org").towns(404)))
                .isInstanceOf(InvalidInputException.class);

        assertThat(probe.executed()).hasSize(1);
        assertThat(probe.commits()).isZero();
    }

    @Test
    void a_mail_asked_for_costs_the_same_for_known_and_unknown_addresses_its_prompt_delivery_included() {
        accounts.register(Registration.of("ana", PASSWORD).email("ana@x.org"));
        AccountService prompt = Accounts.builder(probed.stores())
                .deliverAfterCommit(message -> {}, Runnable::run)
                .build()
                .service();
        List<Consumer<String>> requests = List.of(
                prompt.passwords()::requestReset,
                prompt.usernames()::requestReset,
                prompt.emails()::requestVerification);
        for (Consumer<String> request : requests) {
            assertThat(cost(() -> request.accept("ana@x.org"))).isEqualTo(cost(() -> request.accept("nobody@x.org")));
        }
    }

    private List<Integer> cost(Runnable call) {
        probe.reset();
        call.run();
        return List.of(probe.executed().size(), probe.commits());
    }
}
