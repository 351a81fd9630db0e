package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.SamplePasskey;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.TotpApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What a dump of the database tells of a person whose account has seen everything, and what when it is gone. */
@OnEachDatabase
class StoredLifeTest {

    private static final String FIRST = "correct horse battery staple";
    private static final String SECOND = "Tr0ub4dor and three";
    private static final String THIRD = "purple monkey dishwasher 9";
    private static final String WRONG = "incorrect horse battery staple";

    @Parameter
    TestDatabase database;

    private final MovableClock clock = new MovableClock();
    private final List<AccountMessage> mailed = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>(List.of(FIRST, SECOND, THIRD, WRONG));
    private AccountService accounts;
    private AccountAdministration administration;
    private AccountMaintenance maintenance;
    private String token;
    private TotpApp app;

    @BeforeEach
    void live() {
        database.empty();
        Accounts system = Accounts.builder(database.stores())
                .passwordHasher(new FastPasswordHasher())
                .clock(clock)
                .audit(database.stores().audit(), AuditPolicy.defaults().forgetDeleted())
                .secretCipher(SecretCipher.aesGcm("test", Map.of("test", new byte[32])))
                .build();
        accounts = system.service().from("192.0.2.7");
        administration = system.administration();
        maintenance = system.maintenance();
        long root = system.service().register(Registration.of("root", FIRST)).id();
        maintenance.appointSuperuser(root);
        long id = accounts.register(Registration.of("Theodora", FIRST).email("dora@home.example"))
                .id();
        giveRoles(root, id);
        verify();
        changePassword();
        resetPassword();
        enrol();
        database.stores().passkeys().add(SamplePasskey.of(id));
        changeEmail();
        leaveALinkAndANoticeUnused();
        failToLogIn();
    }

    private void giveRoles(long root, long id) {
        long group = administration.roles().ensureGroup(root, "editors").id();
        long permission =
                administration.roles().ensurePermission(root, "town.add").id();
        administration.roles().setPermissions(root, group, List.of(permission));
        administration.setGroups(root, id, List.of(group));
        administration.setPermissions(root, id, List.of(permission));
    }

    private void verify() {
        accounts.emails().requestVerification("dora@home.example");
        OneTimeToken link = delivered();
        accounts.emails().confirm(link.uid(), link.value());
    }

    private void changePassword() {
        String used = login(FIRST);
        login(FIRST);
        accounts.passwords().change(used, FIRST, SECOND);
        accounts.logout(used);
    }

    private void resetPassword() {
        accounts.passwords().requestReset("dora@home.example");
        OneTimeToken link = delivered();
        accounts.passwords().reset(link.uid(), link.value(), THIRD);
        token = login(THIRD);
        login(THIRD);
    }

    private void enrol() {
        TotpEnrolment begun = accounts.factors().beginTotp(token);
        app = TotpApp.scan(begun, clock);
        EnrolledFactor enrolled = accounts.factors().confirmTotp(token, begun.enrolment(), app.code());
        token = enrolled.token().value();
        secrets.addAll(List.of(begun.enrolment(), begun.secret(), token));
        secrets.addAll(enrolled.recoveryCodes().codes());
    }

    private void changeEmail() {
        accounts.emails().change(token, THIRD, "dora@work.example");
        OneTimeToken link = delivered();
        accounts.emails().confirm(link.uid(), link.value());
    }

    private void leaveALinkAndANoticeUnused() {
        accounts.passwords().requestReset("dora@work.example");
        delivered();
        accounts.usernames().requestReset("dora@work.example");
    }

    private void failToLogIn() {
        for (int i = 0; i < 7; i++) {
            assertThatThrownBy(() -> accounts.login("theodora", WRONG)).isNotNull();
        }
        clock.advance(Duration.ofHours(1));
    }

    private String login(String password) {
        String value = accounts.login("theodora", password, "laptop").value();
        secrets.add(value);
        return value;
    }

    /** The newest link. */
    private OneTimeToken delivered() {
        deliverAll();
        return mailed.stream()
                .flatMap(message -> message.token().stream())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private void deliverAll() {
        assertThat(maintenance.deliver(mailed::add, 100)).isPositive();
        mailed.stream().flatMap(message -> message.token().stream()).forEach(link -> secrets.add(link.value()));
    }

    @Test
    void no_table_holds_a_password_or_a_token_that_anybody_has_seen() {
        List<String> dump = database.dump();

        assertThat(secrets.stream().distinct()).hasSize(25);
        assertThat(String.join("\n", dump))
                .contains("dora@work.example")
                .doesNotContainIgnoringCase(secrets.toArray(String[]::new));
        for (String table : TestDatabase.TABLES) {
            if (!table.contains("town") && !table.contains("import")) {
                assertThat(dump).anyMatch(cell -> cell.startsWith(table + ": "));
            }
        }
    }

    @Test
    void no_table_tells_of_a_person_who_has_left() {
        String confirmed = accounts.confirm(token, Proof.totp(app.code())).value();
        accounts.delete(confirmed, THIRD);

        String dump = String.join("\n", database.dump()).toLowerCase(Locale.ROOT);

        assertThat(dump)
                .contains("root")
                .doesNotContain("theodora", "dora@", "home.example", "work.example", "192.0.2.7");
    }
}
