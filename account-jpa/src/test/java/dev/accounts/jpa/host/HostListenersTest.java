package dev.accounts.jpa.host;

import static dev.accounts.jpa.host.NotingHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Who hears of changes in the transactions of a Spring host, and when. */
@OnEachDatabase
class HostListenersTest {

    private static final String NEW_PASSWORD = "battery-Staple-9";

    @Parameter
    TestDatabase database;

    private final List<AccountMessage> sent = new ArrayList<>();
    private NotingHost host;

    @BeforeEach
    void open() {
        host = NotingHost.on(database);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void a_listener_that_throws_undoes_the_change_and_what_the_host_did() {
        RuntimeException no = new IllegalStateException("no");
        AccountService refusing = host.builder()
                .listenInTransaction(event -> {
                    if (event.kind() == AccountEvent.Kind.PASSWORD_CHANGED) {
                        throw no;
                    }
                })
                .build()
                .service();
        List<String> before = host.state();

        assertThatThrownBy(() -> host.transaction().executeWithoutResult(status -> {
                    host.note("changed");
                    refusing.passwords().change(host.token(), PASSWORD, NEW_PASSWORD);
                }))
                .isSameAs(no);

        assertThat(host.state()).isEqualTo(before);
    }

    @Test
    void a_listener_that_throws_undoes_the_change_where_the_host_has_no_transaction() {
        RuntimeException no = new IllegalStateException("no");
        AccountService refusing = host.builder()
                .listenInTransaction(event -> {
                    host.note("heard");
                    throw no;
                })
                .build()
                .service();
        List<String> before = host.state();

        assertThatThrownBy(() -> refusing.passwords().change(host.token(), PASSWORD, NEW_PASSWORD))
                .isSameAs(no);

        assertThat(host.state()).isEqualTo(before);
    }

    @Test
    void a_message_is_delivered_once_the_host_has_committed() {
        List<Runnable> mail = new ArrayList<>();
        AccountService prompt =
                host.builder().deliverAfterCommit(sent::add, mail::add).build().service();

        host.transaction().executeWithoutResult(status -> {
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
                host.builder().deliverAfterCommit(sent::add, mail::add).build().service();

        host.transaction().executeWithoutResult(status -> {
            prompt.passwords().requestReset("ana@x.org");
            status.setRollbackOnly();
        });

        assertThat(mail).isEmpty();
        assertThat(host.builder().build().maintenance().deliver(sent::add, 10)).isZero();
    }

    @Test
    void a_message_may_be_delivered_on_the_thread_of_the_commit() {
        AccountService prompt = host.builder()
                .deliverAfterCommit(sent::add, Runnable::run)
                .build()
                .service();

        host.transaction().executeWithoutResult(status -> prompt.passwords().requestReset("ana@x.org"));

        assertThat(sent).extracting(AccountMessage::kind).containsExactly(Kind.RESET_PASSWORD);
        assertThat(host.builder().build().maintenance().deliver(sent::add, 10)).isZero();
    }

    @Test
    void what_a_listener_does_after_the_commit_stays() {
        AccountService heard = host.builder()
                .listenAfterCommit(event -> host.accounts().register(Registration.of("bob", PASSWORD)))
                .build()
                .service();

        host.transaction()
                .executeWithoutResult(status -> heard.passwords().change(host.token(), PASSWORD, NEW_PASSWORD));

        assertThat(host.users()).isEqualTo(2);
    }
}
