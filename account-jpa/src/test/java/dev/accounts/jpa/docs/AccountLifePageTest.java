package dev.accounts.jpa.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.Identity;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Registration;
import dev.accounts.model.Town;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import dev.accounts.service.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Runs the Java of {@code docs/account-life.md} for owners; {@link AccountLifeHostTest} runs the rest, and {@link DocsTest} proves
 * that the page has no other.
 */
class AccountLifePageTest {

    private JpaAccountStores stores;
    private AccountsBuilder builder;
    private AccountService accounts;

    /** The parts of the last one-time link. */
    private String uid;

    private String oneTimeToken;

    @BeforeEach
    void open() throws SQLException {
        stores = JpaAccountStores.over(Snippets.database());
        builder = Accounts.builder(stores).deliverAfterCommit(this::receive, Runnable::run);
        accounts = builder.build().service();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private void receive(AccountMessage message) {
        message.token().ifPresent(token -> {
            uid = token.uid();
            oneTimeToken = token.value();
        });
    }

    private IssuedToken kust2() {
        accounts.register(Registration.of("kust2", "k12345678").email("kust2@gmail.com"));
        return accounts.login("kust2", "k12345678");
    }

    private void assertRevoked(IssuedToken token) {
        assertThatExceptionOfType(NotAuthenticatedException.class).isThrownBy(() -> accounts.me(token.value()));
    }

    @Test
    void register_log_in_log_out() {
        Town perm = accounts.towns().create("Perm", "Russia", 56.316666, 58.0);

        User user = accounts.register(
                Registration.of("kust2", "k12345678").email("kust2@gmail.com").towns(perm.id()));
        IssuedToken token = accounts.login("kust2", "k12345678");
        Identity me = accounts.me(token.value());
        User shown = accounts.getUser(token.value(), user.id());
        accounts.logout(token.value());
        assertThat(me.email()).isEqualTo("kust2@gmail.com");
        assertThat(shown.towns()).containsExactly(perm.id());
        assertRevoked(token);
    }

    @Test
    void sessions() {
        IssuedToken other = kust2();
        IssuedToken token = accounts.login("kust2", "k12345678", "Firefox on the laptop");
        List<Session> sessions = accounts.sessions().list(token.value());
        accounts.sessions().end(token.value(), sessions.get(1).id());
        accounts.sessions().endOthers(token.value());
        accounts.sessions().endAll(token.value());
        assertRevoked(other);
        assertRevoked(token);
    }

    @Test
    void passwords() {
        IssuedToken token = kust2();
        accounts.passwords().change(token.value(), "k12345678", "an0ther-Secret");
        accounts.passwords().requestReset("kust2@gmail.com");
        accounts.passwords().reset(uid, oneTimeToken, "a-th1rd-Secret");
        assertRevoked(token);
        assertThat(accounts.login("kust2", "a-th1rd-Secret").value()).hasSize(40);
    }

    @Test
    void address_and_name() {
        IssuedToken token = kust2();
        accounts.changeUsername(token.value(), "k12345678", "kust3");
        accounts.usernames().requestReset("kust2@gmail.com");
        accounts.usernames().reset(uid, oneTimeToken, "kust4");
        accounts.emails().change(token.value(), "k12345678", "new@example.org");
        Optional<String> pending = accounts.emails().pending(token.value());
        accounts.emails().requestVerification("new@example.org");
        accounts.emails().confirm(uid, oneTimeToken);
        assertThat(pending).isEmpty();
        assertRevoked(token);
        assertThat(accounts.login("kust4", "k12345678").value()).hasSize(40);
    }

    @Test
    void profile() {
        IssuedToken token = kust2();
        Town perm = accounts.towns().create("Perm", "Russia", 56.316666, 58.0);
        User changed = accounts.profile()
                .change(
                        token.value(),
                        ProfileChange.none().firstName("Ana").daysCount(5).towns(List.of(perm.id())));
        accounts.profile().change(token.value(), ProfileChange.none().lastName("Neil"), "k12345678", "new@example.org");
        assertThat(changed.towns()).containsExactly(perm.id());
        assertThat(accounts.profile().read(token.value()))
                .returns("Neil", User::lastName)
                .returns("new@example.org", User::email);
    }

    @Test
    void leaving() {
        IssuedToken token = kust2();
        builder.personalData(new OrdersOfPerson());
        accounts = builder.build().service();
        Map<String, Object> data = accounts.export(token.value());
        accounts.delete(token.value(), "k12345678");
        assertThat(data).containsKeys("account", "orders");
        assertRevoked(token);
    }
}
