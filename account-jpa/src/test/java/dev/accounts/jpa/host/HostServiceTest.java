package dev.accounts.jpa.host;

import static dev.accounts.jpa.host.NotingHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.service.AccountService;
import dev.accounts.spi.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What becomes of what the service does in the transactions of a Spring host, when they are committed and when not. */
@OnEachDatabase
class HostServiceTest {

    private static final String NEW_PASSWORD = "battery-Staple-9";

    @Parameter
    TestDatabase database;

    private NotingHost host;
    private AccountService accounts;
    private String token;

    @BeforeEach
    void open() {
        host = NotingHost.on(database);
        accounts = host.accounts();
        token = host.token();
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void failed_logins_are_counted_although_the_host_rolls_back() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> host.transaction().execute(status -> accounts.login("ana", "wrong-password")))
                    .isInstanceOf(BadCredentialsException.class);
        }

        assertThatThrownBy(() -> host.transaction().execute(status -> accounts.login("ana", PASSWORD)))
                .isInstanceOf(TooManyAttemptsException.class);
    }

    @Test
    void a_change_of_password_goes_when_the_host_rolls_back() {
        assertUndone(service -> service.passwords().change(token, PASSWORD, NEW_PASSWORD));

        assertThat(accounts.login("ana", PASSWORD)).isNotNull();
    }

    @Test
    void a_reset_goes_when_the_host_rolls_back_and_its_link_stays_good() {
        OneTimeToken link = resetLink();

        assertUndone(service -> service.passwords().reset(link.uid(), link.value(), NEW_PASSWORD));

        assertThat(accounts.me(token).username()).isEqualTo("ana");
        accounts.passwords().reset(link.uid(), link.value(), NEW_PASSWORD);
        assertThat(accounts.login("ana", NEW_PASSWORD)).isNotNull();
    }

    @Test
    void a_reset_that_goes_when_the_host_rolls_back_clears_no_failures() {
        OneTimeToken link = resetLink();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> accounts.login("ana", "wrong-password"))
                    .isInstanceOf(BadCredentialsException.class);
        }

        assertUndone(service -> service.passwords().reset(link.uid(), link.value(), NEW_PASSWORD));
        assertThatThrownBy(() -> accounts.login("ana", PASSWORD)).isInstanceOf(TooManyAttemptsException.class);

        accounts.passwords().reset(link.uid(), link.value(), NEW_PASSWORD);
        assertThat(accounts.login("ana", NEW_PASSWORD)).isNotNull();
    }

    @Test
    void a_deletion_goes_when_the_host_rolls_back() {
        assertUndone(service -> service.delete(token, PASSWORD));

        assertThat(accounts.me(token).username()).isEqualTo("ana");
    }

    @Test
    void what_the_host_erased_with_an_account_comes_back_when_it_rolls_back() {
        host.note("of ana");
        AccountService erasing = host.builder().personalData(notes()).build().service();

        host.transaction().executeWithoutResult(status -> {
            erasing.delete(token, PASSWORD);
            assertThat(host.notes()).isEmpty();
            status.setRollbackOnly();
        });
        assertThat(host.notes()).containsExactly("of ana");

        host.transaction().executeWithoutResult(status -> erasing.delete(token, PASSWORD));
        assertThat(host.notes()).isEmpty();
        assertThat(host.users()).isZero();
    }

    private OneTimeToken resetLink() {
        accounts.passwords().requestReset("ana@x.org");
        List<AccountMessage> sent = new ArrayList<>();
        host.builder().build().maintenance().deliver(sent::add, 10);
        return sent.get(0).token().orElseThrow();
    }

    private void assertUndone(Consumer<AccountService> change) {
        List<String> before = host.state();
        host.transaction().executeWithoutResult(status -> {
            host.note("changed");
            change.accept(accounts);
            assertThat(host.notes()).hasSize(1);
            status.setRollbackOnly();
        });
        assertThat(host.state()).isEqualTo(before);
    }

    private PersonalData notes() {
        return new PersonalData() {
            @Override
            public String name() {
                return "notes";
            }

            @Override
            public Object export(long userId) {
                return host.notes();
            }

            @Override
            public void erase(long userId) {
                host.eraseNotes();
            }
        };
    }
}
