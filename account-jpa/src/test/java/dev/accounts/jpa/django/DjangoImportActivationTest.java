package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.password.Argon2idHasher;
import dev.accounts.password.DjangoPasswordHasher;
import dev.accounts.policy.EmailPolicy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Accounts that wait for Djoser's activation, addresses that allauth has verified, and tokens of knox. */
@OnEachDatabase
class DjangoImportActivationTest {

    private static final String TOKEN = "0123456789".repeat(4);
    private static final String WAITING = "is_active = false, email = 'ann@example.com'";

    @Parameter
    TestDatabase database;

    private ImportedAccounts accounts;
    private DjangoSite site;

    @BeforeEach
    void create() {
        accounts = ImportedAccounts.in(database);
        site = DjangoSite.on(database);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_user_who_never_logged_in_is_activated_by_the_mailed_link() throws SQLException {
        site.user(
                1,
                "ann",
                WAITING + ", password = '" + DjangoDump.userWithCheapHash().encoded() + "'");
        String password = DjangoDump.userWithCheapHash().password();

        List<Finding> findings = site.importer()
                .awaitingActivation(true)
                .emailsVerified(true)
                .into(accounts.tables())
                .run()
                .findings();

        assertThat(findings).extracting(Finding::kind, Finding::id).containsExactly(tuple(Kind.TO_BE_ACTIVATED, 1L));
        Accounts system = requiringVerification();
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> system.service().login("ann", password));
        system.service().emails().requestVerification("ann@example.com");
        List<AccountMessage> mailed = new ArrayList<>();
        system.maintenance().deliver(mailed::add, 10);
        OneTimeToken link = mailed.get(0).token().orElseThrow();
        system.service().emails().confirm(link.uid(), link.value());
        assertThat(system.service().login("ann", password).value()).hasSize(40);
    }

    @Test
    void other_inactive_users_stay_inactive() throws SQLException {
        site.execute(allauth());
        site.user(1, "staff", "is_active = false, is_staff = true, email = 'a@example.com'");
        site.user(2, "chief", "is_active = false, is_superuser = true, email = 'b@example.com'");
        site.user(3, "known", "is_active = false, email = 'c@example.com', last_login = date_joined");
        site.user(4, "token", "is_active = false, email = 'd@example.com'");
        site.token(TOKEN, 4);
        site.user(5, "mute", "is_active = false");
        site.user(6, "sure", "is_active = false, email = 'f@example.com'");
        address(1, 6, "f@example.com", true);
        site.user(7, "first", "email = 'g@example.com'");
        site.user(8, "second", "is_active = false, email = 'g@example.com'");

        DjangoImportReport report =
                site.importer().awaitingActivation(true).into(accounts.tables()).run();

        assertThat(accounts.rows("select id from account_user where is_active")).containsExactly(List.of("7"));
        assertThat(report.findings()).extracting(Finding::kind).doesNotContain(Kind.TO_BE_ACTIVATED);
    }

    @Test
    void unless_the_host_says_so_they_stay_inactive_and_are_counted() throws SQLException {
        site.user(1, "ann", WAITING);
        site.user(2, "bob", "is_active = false");
        site.user(3, "cid");

        DjangoImportReport report = site.importer().into(accounts.tables()).run();

        assertThat(report.findings())
                .containsExactly(new Finding(
                        Kind.MAY_AWAIT_ACTIVATION,
                        0,
                        "2 users are inactive and never logged in: set awaitingActivation if they wait for an activation"
                                + " by Djoser"));
        assertThat(accounts.rows("select id from account_user where is_active")).containsExactly(List.of("3"));
    }

    @Test
    void what_allauth_has_verified_is_verified() throws SQLException {
        site.execute(allauth());
        site.user(1, "ann", "email = 'Ann@Example.com'");
        address(1, 1, "ann@example.com", true);
        site.user(2, "bob", "email = 'bob@example.com'");
        address(2, 2, "bob@example.com", false);
        address(3, 2, "bob@work.example.com", true);
        site.user(3, "cid", "email = 'cid@example.com'");

        site.importer().into(accounts.tables()).run();
        assertThat(verified()).containsExactly(List.of("1"));

        database.empty();
        site.importer().emailsVerified(true).into(accounts.tables()).run();
        assertThat(verified()).containsExactly(List.of("1"), List.of("3"));
    }

    @Test
    void tokens_of_knox_are_counted() throws SQLException {
        site.user(1, "ann");
        site.execute("create table knox_authtoken (digest varchar(128) primary key, user_id bigint)");
        assertThat(site.importer().into(accounts.tables()).dryRun().findings()).isEmpty();

        site.insert("knox_authtoken", "'abc', 1");
        site.insert("knox_authtoken", "'def', 1");

        assertThat(site.importer().into(accounts.tables()).run().findings())
                .containsExactly(new Finding(
                        Kind.KNOX_TOKENS,
                        0,
                        "2 tokens of knox were left out, because their digests are of another kind: their owners log in"
                                + " again"));
        assertThat(accounts.rows("select * from account_token")).isEmpty();
    }

    private String allauth() {
        String bool = database.product().equals("H2") ? "integer" : "boolean";
        return "create table account_emailaddress (id integer primary key, user_id bigint, email varchar(254), verified "
                + bool + ")";
    }

    private void address(long id, long user, String email, boolean verified) {
        site.insert("account_emailaddress", id + ", " + user + ", '" + email + "', " + verified);
    }

    private List<List<String>> verified() throws SQLException {
        return accounts.rows("select id from account_user where email_verified");
    }

    private Accounts requiringVerification() {
        return Accounts.builder(accounts.stores())
                .passwordHasher(DjangoPasswordHasher.over(
                        Argon2idHasher.builder().memoryKib(7168).passes(5).build()))
                .emails(EmailPolicy.defaults().requireVerification())
                .build();
    }
}
