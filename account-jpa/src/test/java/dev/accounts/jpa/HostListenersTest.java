package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.AccountMaintenance;
import dev.accounts.AccountService;
import dev.accounts.AccountServiceBuilder;
import dev.accounts.Registration;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.springframework.transaction.support.TransactionTemplate;

/** Who hears of changes in the transactions of a Spring host, and when. */
@OnEachDatabase
class HostListenersTest {

    private static final String PASSWORD = "k12345678";
    private static final String NEW_PASSWORD = "battery-Staple-9";

    @Parameter
    TestDatabase database;

    private final MovableClock clock = new MovableClock();
    private final List<AccountMessage> sent = new ArrayList<>();
    private SpringHost spring;
    private TransactionTemplate host;
    private AccountMaintenance maintenance;
    private String token;

    @BeforeEach
    void open() {
        spring = SpringHost.on(database);
        host = spring.transaction();
        maintenance = builder().buildMaintenance();
        AccountService accounts = builder().build();
        accounts.register(Registration.of("ana", PASSWORD).email("ana@x.org"));
        token = accounts.login("ana", PASSWORD).value();
        database.execute("create table host_note (note varchar(20))");
    }

    @AfterEach
    void close() {
        database.execute("drop table host_note");
        spring.close();
    }

    private AccountServiceBuilder builder() {
        return AccountService.builder(spring.stores())
                .passwordHasher(new FastPasswordHasher())
                .clock(clock);
    }

    @Test
    void a_listener_that_throws_undoes_the_change_and_what_the_host_did() {
        RuntimeException no = new IllegalStateException("no");
        AccountService refusing = builder()
                .listenInTransaction(event -> {
                    if (event instanceof AccountEvent.PasswordChanged) {
                        throw no;
                    }
                })
                .build();
        List<String> before = state();

        assertThatThrownBy(() -> host.executeWithoutResult(status -> {
                    note("changed");
                    refusing.passwords().change(token, PASSWORD, NEW_PASSWORD);
                }))
                .isSameAs(no);

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void a_listener_that_throws_undoes_the_change_where_the_host_has_no_transaction() {
        RuntimeException no = new IllegalStateException("no");
        AccountService refusing = builder()
                .listenInTransaction(event -> {
                    note("heard");
                    throw no;
                })
                .build();
        List<String> before = state();

        assertThatThrownBy(() -> refusing.passwords().change(token, PASSWORD, NEW_PASSWORD))
                .isSameAs(no);

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void a_message_is_delivered_once_the_host_has_committed() {
        List<Runnable> mail = new ArrayList<>();
        AccountService prompt =
                builder().deliverAfterCommit(sent::add, mail::add).build();

        host.executeWithoutResult(status -> {
            prompt.passwords().requestReset("ana@x.org");
            assertThat(mail).isEmpty();
        });

        mail.forEach(Runnable::run);
        assertThat(sent).extracting(AccountMessage::kind).containsExactly(Kind.RESET_PASSWORD);
    }

    @Test
    void a_message_is_never_delivered_when_the_host_rolls_back() {
        List<Runnable> mail = new ArrayList<>();
        AccountService prompt =
                builder().deliverAfterCommit(sent::add, mail::add).build();

        host.executeWithoutResult(status -> {
            prompt.passwords().requestReset("ana@x.org");
            status.setRollbackOnly();
        });

        assertThat(mail).isEmpty();
        assertThat(maintenance.deliver(sent::add, 10)).isZero();
    }

    @Test
    void a_message_may_be_delivered_on_the_thread_of_the_commit() {
        AccountService prompt =
                builder().deliverAfterCommit(sent::add, Runnable::run).build();

        host.executeWithoutResult(status -> prompt.passwords().requestReset("ana@x.org"));

        assertThat(sent).extracting(AccountMessage::kind).containsExactly(Kind.RESET_PASSWORD);
        assertThat(maintenance.deliver(sent::add, 10)).isZero();
    }

    @Test
    void what_a_listener_does_after_the_commit_stays() {
        AccountService accounts = builder().build();
        AccountService heard = builder()
                .listenAfterCommit(event -> accounts.register(Registration.of("bob", PASSWORD)))
                .build();

        host.executeWithoutResult(status -> heard.passwords().change(token, PASSWORD, NEW_PASSWORD));

        assertThat(spring.users()).isEqualTo(2);
    }

    /** All but the attempts, which are counted whatever becomes of the transaction. */
    private List<String> state() {
        List<String> state = new ArrayList<>(database.cells("select note from host_note"));
        database.dump().stream()
                .filter(cell -> !cell.startsWith("account_attempt"))
                .forEach(state::add);
        return state;
    }

    private void note(String text) {
        spring.jdbc().update("insert into host_note values (?)", text);
    }
}
