package dev.accounts.jpa.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.Group;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Registration;
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
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the Java of {@code docs/account-life.md} for the host and its staff; {@link AccountLifePageTest} runs the rest. */
class AccountLifeHostTest {

    private final Mail mail = new Mail(new ArrayList<>());
    private JpaAccountStores stores;
    private AccountService accounts;
    private AccountAdministration administration;
    private AccountMaintenance maintenance;

    /** Stands for the mail of a host. */
    private record Mail(List<String> sent) {
        void send(String address, String text) {
            sent.add(address + ": " + text);
        }
    }

    @BeforeEach
    void open() throws SQLException {
        stores = JpaAccountStores.over(Snippets.database());
        Accounts system = Accounts.over(stores);
        accounts = system.service();
        administration = system.administration();
        maintenance = system.maintenance();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private static String text(AccountMessage message) {
        return message.kind().name();
    }

    private User registered() {
        return accounts.register(Registration.of("kust2", "k12345678").email("kust2@gmail.com"));
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
    @SuppressWarnings("FutureReturnValueIgnored")
    void messages() {
        AccountsBuilder builder = Accounts.builder(stores);
        AccountNotifier notifier = message -> mail.send(message.address(), text(message));
        Executor executor = Runnable::run;
        registered();
        accounts.passwords().requestReset("kust2@gmail.com");
        maintenance.deliver(message -> mail.send(message.address(), text(message)), 100);
        Runnable task = maintenance.recurring(notifier);
        builder.deliverAfterCommit(notifier, executor);
        task.run();
        assertThat(mail.sent()).containsExactly("kust2@gmail.com: RESET_PASSWORD");
    }

    @Test
    void staff() {
        User root = registered();
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
        boolean allowed = accounts.caller(token.value()).has("weather.add_town");
        assertThat(found).extracting(User::id).containsExactly(root.id());
        assertThat(allowed).isTrue();
    }
}
