package dev.accounts.jpa.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.SamplePasskey;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Registration;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.TotpApp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A host's transactions write into every table of the library and then fail. */
@OnEachDatabase
class FailingTransactionsTest {

    private static final String PASSWORD = "k12345678";

    /** Written by the import from Django only, which has transactions of its own. */
    private static final Set<String> OF_IMPORTS = Set.of("account_import", "account_import_token");

    @Parameter
    TestDatabase database;

    private JpaAccountStores stores;
    private Accounts system;

    @BeforeEach
    void open() {
        database.empty();
        stores = stores();
        system = Accounts.builder(stores)
                .passwordHasher(new FastPasswordHasher())
                .audit(stores.audit(), AuditPolicy.defaults())
                .secretCipher(SecretCipher.aesGcm("test", Map.of("test", new byte[32])))
                .build();
    }

    JpaAccountStores stores() {
        return database.spring().stores();
    }

    void inTransaction(Runnable work) {
        database.spring().transaction().executeWithoutResult(status -> work.run());
    }

    @Test
    void a_hundred_of_them_leave_no_row_but_the_counts_of_attempts() {
        for (int i = 0; i < 100; i++) {
            AccountService accounts = system.service().from("192.0.2." + i);
            assertFails(() -> live(accounts));
        }

        assertThat(filled()).containsExactly("account_attempt");
    }

    @Test
    void refusals_in_them_leave_their_counts_and_their_audit_entries() {
        AccountService accounts = system.service().from("192.0.2.7");
        for (int i = 0; i < 5; i++) {
            assertFails(() -> {
                accounts.register(Registration.of("ana", PASSWORD));
                assertThatThrownBy(() -> accounts.login("ana", "wrong")).isInstanceOf(BadCredentialsException.class);
            });
        }

        assertThat(filled()).containsExactly("account_attempt", "account_audit");
        assertThat(database.cells("select event from account_audit")).containsOnly("login_refused");
    }

    private void assertFails(Runnable work) {
        IllegalStateException failure = new IllegalStateException("the host failed");
        assertThatThrownBy(() -> inTransaction(() -> {
                    work.run();
                    throw failure;
                }))
                .isSameAs(failure);
    }

    /** So that the test above cannot pass because nothing was written. */
    @Test
    void one_that_commits_leaves_rows_in_every_table() {
        inTransaction(() -> live(system.service().from("192.0.2.7")));

        Set<String> expected = new TreeSet<>(TestDatabase.TABLES);
        expected.removeAll(OF_IMPORTS);
        assertThat(filled()).isEqualTo(expected);
    }

    /** The account has no address: it would have to be verified. */
    private void enrol(AccountService accounts) {
        long id = accounts.register(Registration.of("ben", PASSWORD)).id();
        String token = accounts.login("ben", PASSWORD).value();
        TotpEnrolment begun = accounts.factors().beginTotp(token);
        String code = TotpApp.scan(begun, Instant::now).code();
        accounts.factors().confirmTotp(token, begun.enrolment(), code);
        stores.passkeys().add(SamplePasskey.of(id));
    }

    private void live(AccountService accounts) {
        long root = accounts.register(Registration.of("root", PASSWORD)).id();
        system.maintenance().appointSuperuser(root);
        long town = accounts.towns().create("Perm", "Russia", 56.3, 58.0).id();
        long id = accounts.register(Registration.of("ana", PASSWORD)).id();
        String token = accounts.login("ana", PASSWORD).value();
        enrol(accounts);
        accounts.emails().change(token, PASSWORD, "ana@x.org");
        accounts.profile().change(token, ProfileChange.none().towns(List.of(town)));
        giveRoles(root, id);
        accounts.passwords().requestReset("ana@x.org");
        system.maintenance().deliver(message -> {}, 1);
        accounts.passwords().requestReset("ana@x.org");
    }

    private void giveRoles(long root, long id) {
        var administration = system.administration();
        long group = administration.roles().ensureGroup(root, "editors").id();
        long permission =
                administration.roles().ensurePermission(root, "town.add").id();
        administration.roles().setPermissions(root, group, List.of(permission));
        administration.setGroups(root, id, List.of(group));
        administration.setPermissions(root, id, List.of(permission));
    }

    private Set<String> filled() {
        Set<String> filled = new TreeSet<>();
        for (String table : TestDatabase.TABLES) {
            if (!database.cells("select count(*) from " + table).equals(List.of("0"))) {
                filled.add(table);
            }
        }
        return filled;
    }
}
