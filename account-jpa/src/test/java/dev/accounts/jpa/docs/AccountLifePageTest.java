package dev.accounts.jpa.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.Group;
import dev.accounts.model.Identity;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Registration;
import dev.accounts.model.Session;
import dev.accounts.model.Town;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountNotifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the Java of {@code docs/account-life.md}; {@link DocsTest} proves that it has no other. */
class AccountLifePageTest {

    private final Mail mail = new Mail(new ArrayList<>());
    private JpaAccountStores stores;
    private AccountsBuilder builder;
    private AccountService accounts;
    private AccountAdministration administration;
    private AccountMaintenance maintenance;

    /** The parts of the last one-time link. */
    private String uid;

    private String oneTimeToken;

    /** Stands for the mail of a host. */
    private record Mail(List<String> sent) {
        void send(String address, String text) {
            sent.add(address + ": " + text);
        }
    }

    @BeforeEach
    void open() throws SQLException {
        stores = JpaAccountStores.over(Snippets.database());
        builder = Accounts.builder(stores).deliverAfterCommit(this::receive, Runnable::run);
        Accounts system = builder.build();
        accounts = system.service();
        administration = system.administration();
        maintenance = system.maintenance();
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

    private static String text(AccountMessage message) {
        return message.kind().name();
    }

    private User registered(String name) {
        return accounts.register(Registration.of(name, "k12345678").email(name + "@gmail.com"));
    }

    private IssuedToken kust2() {
        registered("kust2");
        return accounts.login("kust2", "k12345678");
    }

    private void assertRevoked(IssuedToken token) {
        assertThatExceptionOfType(NotAuthenticatedException.class).isThrownBy(() -> accounts.me(token.value()));
    }

    @Test
    void one_interface_for_each_actor() {
        Accounts system = Accounts.over(stores);
        AccountService accounts = system.service();
        AccountAdministration administration = system.administration();
        AccountMaintenance maintenance = system.maintenance();
        assertThat(List.of(accounts, administration, maintenance)).doesNotContainNull();
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
    void messages() {
        AccountsBuilder builder = Accounts.builder(stores);
        AccountNotifier notifier = this::receive;
        Executor executor = Runnable::run;
        accounts = builder.build().service();
        registered("kust2");
        accounts.passwords().requestReset("kust2@gmail.com");
        maintenance.deliver(message -> mail.send(message.address(), text(message)), 100);
        builder.deliverAfterCommit(notifier, executor);
        assertThat(mail.sent()).containsExactly("kust2@gmail.com: RESET_PASSWORD");
    }

    @Test
    void staff() {
        User root = registered("kust2");
        IssuedToken token = accounts.login("kust2", "k12345678");
        Town perm = accounts.towns().create("Perm", "Russia", 56.316666, 58.0);
        Town moscow = accounts.towns().create("Moscow", "Russia", 37.618423, 55.751244);
        maintenance.appointSuperuser(root.id());
        List<User> found =
                administration.search(root.id(), UserSearch.all().prefix("ku").active(true));
        User ana = administration.create(root.id(), "ana", "ana@example.org");
        administration.setActive(root.id(), ana.id(), false);
        administration.changeProfile(root.id(), ana.id(), ProfileChange.none().daysCount(7), null);
        administration.towns().rename(root.id(), perm.id(), "Molotov");
        administration.towns().replace(root.id(), perm.id(), moscow.id());
        Group editors = administration.roles().ensureGroup(root.id(), "editors");
        administration.setGroups(root.id(), ana.id(), List.of(editors.id()));
        boolean allowed = accounts.hasPermission(token.value(), "weather.add_town");
        assertThat(found).extracting(User::id).containsExactly(root.id());
        assertThat(allowed).isTrue();
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
