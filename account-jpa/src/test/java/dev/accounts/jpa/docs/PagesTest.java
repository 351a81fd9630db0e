package dev.accounts.jpa.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.django.DjangoDump;
import dev.accounts.jpa.django.DjangoImport;
import dev.accounts.jpa.django.DjangoImportReport;
import dev.accounts.jpa.host.SpringHost;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.Violation;
import dev.accounts.model.ViolationMessages;
import dev.accounts.password.Argon2idHasher;
import dev.accounts.password.BreachedPasswords;
import dev.accounts.password.DjangoPasswordHasher;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.policy.PasswordPolicy;
import dev.accounts.policy.RateLimit;
import dev.accounts.policy.SourcePolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.policy.UserVisibility;
import dev.accounts.service.AccountService;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spring.SpringTransactions;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the Java of the shorter pages in {@code docs/}; {@link DocsTest} proves that they have no other. */
class PagesTest {

    private final InMemoryAccountStores stores = new InMemoryAccountStores();

    @Test
    void settings_take_effect() {
        Accounts system = Accounts.builder(stores)
                .passwords(PasswordPolicy.defaults().minLength(15).contextWords("acme-corporation"))
                .tokens(TokenPolicy.defaults().lifetime(Duration.ofHours(24)).idleTimeout(Duration.ofHours(1)))
                .emails(EmailPolicy.defaults().requireVerification())
                .sources(SourcePolicy.defaults().registrations(RateLimit.perHour(200)))
                .build();
        assertThat(problems(system, Registration.of("ana", "fourteen-signs").email("ana@example.org")))
                .extracting(Violation::code)
                .containsExactly("too_short");
    }

    @Test
    void users_do_not_see_each_other() {
        Accounts system = Accounts.builder(stores)
                .userVisibility(UserVisibility.SELF_OR_STAFF)
                .build();
        AccountService accounts = system.service();
        long ana = accounts.register(Registration.of("ana", "k12345678")).id();
        accounts.register(Registration.of("bob", "k12345678"));
        String bob = accounts.login("bob", "k12345678").value();
        assertThatThrownBy(() -> accounts.getUser(bob, ana)).isInstanceOf(UserNotFoundException.class);
    }

    @Test
    void a_hasher_is_built_with_another_cost() {
        PasswordHasher hasher =
                Argon2idHasher.builder().memoryKib(64 * 1024).passes(3).build();
        assertThat(hasher.hash("k12345678")).contains("m=65536,t=3,p=1");
    }

    @Test
    void violations_are_translated() {
        AccountsBuilder builder = Accounts.builder(stores);
        builder.messages(ViolationMessages.from(ResourceBundle.getBundle("violations", Locale.GERMAN)));
        assertThat(problems(builder.build(), Registration.of(null, "k12345678")))
                .extracting(Violation::message)
                .containsExactly("Dieses Feld wird benötigt.");
    }

    private static List<Violation> problems(Accounts system, Registration registration) {
        return assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> system.service().register(registration))
                .actual()
                .violations();
    }

    @Test
    void an_account_goes_when_spring_rolls_back() throws SQLException {
        try (SpringHost host = SpringHost.over(Snippets.database())) {
            EntityManagerFactory factory = host.unit().getObject();
            PlatformTransactionManager transactionManager = new JpaTransactionManager(factory);
            JpaAccountStores stores = JpaAccountStores.within(new SpringTransactions(factory, transactionManager));
            AccountService accounts = Accounts.over(stores).service();
            new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
                accounts.register(Registration.of("ana", "k12345678"));
                status.setRollbackOnly();
            });
            assertThat(accounts.isRegistered("ana")).isFalse();
        }
    }

    @Test
    void django_accounts_are_imported_and_log_in() throws SQLException {
        DataSource django = DjangoDump.database();
        DataSource accounts = Snippets.database();
        DjangoImport imported = DjangoImport.from(django)
                .userTable("weather_user")
                .userModel("weather", "User")
                .townTables("weather_town", "weather_country")
                .timeZone(ZoneOffset.UTC)
                .emailsVerified(false)
                .awaitingActivation(false)
                .tokenLifetime(Duration.ofDays(30))
                .rename(10, "kust3.b")
                .into(accounts);
        DjangoImportReport report = imported.dryRun();
        assertThat(imported.run()).isEqualTo(report);
        assertThat(imported.catchUp().users().imported()).isZero();
        try (JpaAccountStores stores = JpaAccountStores.over(accounts)) {
            AccountService service = Accounts.builder(stores)
                    .passwordHasher(DjangoPasswordHasher.withBcryptAndScrypt(Argon2idHasher.withDefaults()))
                    .build()
                    .service();
            DjangoDump.DumpedUser alice = DjangoDump.user(3);
            assertThat(service.login(alice.username(), alice.password()).value())
                    .hasSize(40);
        }
    }

    @Test
    void breached_passwords_are_read_from_the_file_that_the_page_names() {
        assertThatThrownBy(() -> {
                    BreachedPasswords breached =
                            BreachedPasswords.sortedFile(Path.of("/var/lib/accounts/pwned-16.txt"));
                    assertThat(breached.contains("password")).isTrue();
                })
                .hasMessageContaining("pwned-16.txt");
    }
}
