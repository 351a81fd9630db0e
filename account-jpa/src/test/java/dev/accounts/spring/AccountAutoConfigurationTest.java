package dev.accounts.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.accounts.Accounts;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.H2Server;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import dev.accounts.model.UserSearch;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountListener;
import dev.accounts.spi.AccountNotifier;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AccountAutoConfigurationTest {

    private static final String PASSWORD = "correct-Horse-7";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    AccountAutoConfiguration.class,
                    AccountHttpAutoConfiguration.class,
                    AccountJobsAutoConfiguration.class));

    private final ApplicationContextRunner withDatabase = application
            .withBean(DataSource.class, AccountAutoConfigurationTest::database)
            .withBean(PasswordHasher.class, FastPasswordHasher::new);

    private static DataSource database() {
        return JdbcConnectionPool.create(new H2Server().newDatabase(), "sa", "");
    }

    @Test
    void gives_an_application_with_a_data_source_an_account_system() {
        withDatabase.run(context -> {
            AccountService accounts = context.getBean(AccountService.class);
            accounts.register(Registration.of("ana", PASSWORD));

            assertThat(accounts.login("ana", PASSWORD).value()).hasSize(40);
            assertThat(context)
                    .hasSingleBean(Accounts.class)
                    .hasSingleBean(AccountAdministration.class)
                    .hasSingleBean(AccountMaintenance.class);
        });
    }

    @Test
    void gives_nothing_where_there_is_no_data_source() {
        application.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Accounts.class));
    }

    @Test
    void backs_off_for_stores_and_for_a_system_of_the_host() {
        withDatabase
                .withBean(InMemoryAccountStores.class)
                .run(context -> assertThat(context)
                        .hasSingleBean(AccountService.class)
                        .doesNotHaveBean(JpaAccountStores.class));
        Accounts own = Accounts.over(new InMemoryAccountStores());
        withDatabase
                .withBean(Accounts.class, () -> own)
                .run(context -> assertThat(context.getBean(Accounts.class)).isSameAs(own));
    }

    @Test
    void takes_policies_from_properties() {
        withDatabase
                .withPropertyValues(
                        "accounts.tokens.lifetime=2d",
                        "accounts.passwords.min-length=12",
                        "accounts.passwords.context-words=acme,shop",
                        "accounts.emails.verification=true",
                        "accounts.audit.retention=30d")
                .run(context -> {
                    assertThat(context.getBean(TokenPolicy.class).lifetime()).contains(Duration.ofDays(2));
                    AccountService accounts = context.getBean(AccountService.class);
                    assertThatExceptionOfType(InvalidInputException.class)
                            .isThrownBy(() -> accounts.register(Registration.of("ana", "short-Pw-1")))
                            .satisfies(refusal -> assertThat(refusal.violations())
                                    .extracting("field", "code")
                                    .contains(tuple("email", "required")));
                });
    }

    @Test
    void takes_policies_from_beans_before_properties() {
        withDatabase
                .withBean(TokenPolicy.class, () -> TokenPolicy.defaults().lifetime(Duration.ofDays(3)))
                .withPropertyValues("accounts.tokens.lifetime=2d")
                .run(context -> assertThat(context.getBean(TokenPolicy.class).lifetime())
                        .contains(Duration.ofDays(3)));
    }

    @Test
    void hashes_with_argon2id_as_the_properties_say() {
        application
                .withBean(DataSource.class, AccountAutoConfigurationTest::database)
                .withPropertyValues("accounts.hashing.memory-kib=20480", "accounts.hashing.passes=3")
                .run(context -> assertThat(context.getBean(PasswordHasher.class).hash(PASSWORD))
                        .startsWith("$argon2id$v=19$m=20480,t=3,p=1$"));
    }

    @Test
    void tells_listeners_and_delivers_messages_and_keeps_an_audit() {
        List<AccountEvent> heard = new CopyOnWriteArrayList<>();
        CompletableFuture<AccountMessage> sent = new CompletableFuture<>();
        withDatabase
                .withBean(AccountListener.class, () -> heard::add)
                .withBean(AccountNotifier.class, () -> sent::complete)
                .withPropertyValues("accounts.audit.enabled=true", "accounts.jobs.delivery-interval=1d")
                .run(context -> {
                    AccountService accounts = context.getBean(AccountService.class);
                    long id = accounts.register(Registration.of("ana", PASSWORD).email("ana@x.org"))
                            .id();
                    accounts.passwords().requestReset("ana@x.org");

                    assertThat(sent)
                            .succeedsWithin(Duration.ofSeconds(30))
                            .extracting(AccountMessage::kind)
                            .isEqualTo(AccountMessage.Kind.RESET_PASSWORD);
                    assertThat(heard).hasSize(2);
                    assertThat(context.getBean(JpaAccountStores.class).audit().list(Optional.of(id), 0, 10))
                            .hasSize(2);
                    assertThat(context).hasSingleBean(AccountJobs.class);
                });
    }

    @Test
    void lets_the_host_customize_the_rest() {
        List<AccountEvent> heard = new CopyOnWriteArrayList<>();
        withDatabase
                .withBean(AccountsCustomizer.class, () -> builder -> builder.listenInTransaction(heard::add))
                .run(context -> {
                    context.getBean(AccountService.class).register(Registration.of("ana", PASSWORD));
                    assertThat(heard).hasSize(1);
                });
    }

    @Test
    void searches_for_users_on_a_replica_if_the_host_has_one() {
        DataSource replica = database();
        withDatabase
                .withBean("accountReadReplica", DataSource.class, () -> replica, AccountAutoConfigurationTest::aside)
                .run(context -> {
                    AccountService accounts = context.getBean(AccountService.class);
                    long ana =
                            accounts.register(Registration.of("ana", PASSWORD)).id();
                    context.getBean(AccountMaintenance.class).appointSuperuser(ana);
                    AccountAdministration staff = context.getBean(AccountAdministration.class);

                    assertThatExceptionOfType(StorageException.class)
                            .isThrownBy(() -> staff.search(ana, UserSearch.all()))
                            .withStackTraceContaining("account_user");
                    AccountSchema.of(replica).createIfMissing();
                    assertThat(staff.search(ana, UserSearch.all())).isEmpty();
                    assertThat(accounts.login("ana", PASSWORD).value()).hasSize(40);
                });
    }

    /** So that it is nobody's data source unless it is asked for by its name. */
    private static void aside(BeanDefinition bean) {
        ((AbstractBeanDefinition) bean).setDefaultCandidate(false);
    }

    @Test
    void runs_no_jobs_if_the_host_does_not_want_them() {
        withDatabase
                .withPropertyValues("accounts.jobs.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(AccountJobs.class));
    }
}
