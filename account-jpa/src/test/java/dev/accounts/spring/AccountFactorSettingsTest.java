package dev.accounts.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.H2Server;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.Registration;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.spi.factor.StoredTotp;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.TotpApp;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** The settings below {@code accounts.factors}. */
class AccountFactorSettingsTest {

    private static final String PASSWORD = "correct-Horse-7";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER_KEY = Base64.getEncoder().encodeToString(new byte[16]);

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AccountAutoConfiguration.class))
            .withBean(DataSource.class, () -> JdbcConnectionPool.create(new H2Server().newDatabase(), "sa", ""))
            .withBean(PasswordHasher.class, FastPasswordHasher::new);

    private static TotpEnrolment begun(ApplicationContext context) {
        AccountService accounts = context.getBean(AccountService.class);
        accounts.register(Registration.of("ana", PASSWORD));
        return accounts.factors().beginTotp(accounts.login("ana", PASSWORD).value());
    }

    @Test
    void offer_nothing_without_a_key() {
        application.run(context ->
                assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(() -> begun(context)));
    }

    @Test
    void take_a_key_and_the_name_of_the_application() {
        application
                .withPropertyValues("accounts.factors.keys.first=" + KEY, "spring.application.name=Plan and Go")
                .run(context -> assertThat(begun(context).uri()).startsWith("otpauth://totp/Plan%20and%20Go:ana?"));
    }

    @Test
    void take_another_name_and_may_be_off() {
        application
                .withPropertyValues("accounts.factors.keys.first=" + KEY, "accounts.factors.issuer=Acme")
                .run(context -> assertThat(begun(context).uri()).startsWith("otpauth://totp/Acme:ana?"));
        application
                .withPropertyValues("accounts.factors.keys.first=" + KEY, "accounts.factors.requirement=off")
                .run(context -> assertThatExceptionOfType(PermissionDeniedException.class)
                        .isThrownBy(() -> begun(context)));
    }

    @Test
    void say_how_recent_a_proof_must_be() {
        application
                .withPropertyValues("accounts.factors.keys.first=" + KEY, "accounts.factors.freshness=1ns")
                .run(context -> assertThat(context).hasFailed());
        application
                .withPropertyValues("accounts.factors.keys.first=" + KEY, "accounts.factors.freshness=1us")
                .run(context -> assertThatExceptionOfType(NotAuthenticatedException.class)
                        .isThrownBy(() -> begun(context)));
    }

    @Test
    void encrypt_under_the_current_of_several_keys() {
        application
                .withPropertyValues(
                        "accounts.factors.keys.first=" + KEY,
                        "accounts.factors.keys.second=" + OTHER_KEY,
                        "accounts.factors.current-key=second")
                .run(context -> {
                    AccountService accounts = context.getBean(AccountService.class);
                    TotpEnrolment begun = begun(context);
                    String token = accounts.login("ana", PASSWORD).value();
                    accounts.factors()
                            .confirmTotp(
                                    token,
                                    begun.enrolment(),
                                    TotpApp.scan(begun, Instant::now).code());
                    assertThat(context.getBean(JpaAccountStores.class).totp().find(1))
                            .map(StoredTotp::encryptedSeed)
                            .hasValueSatisfying(seed -> assertThat(seed).startsWith("second."));
                });
    }

    @Test
    void fail_the_start_with_a_reason_and_without_the_key() {
        application
                .withPropertyValues("accounts.factors.keys.first=" + KEY, "accounts.factors.keys.second=" + OTHER_KEY)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("accounts.factors.current-key"));
        application
                .withPropertyValues("accounts.factors.keys.first=not*base64")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("accounts.factors.keys.first is not Base64"));
        application
                .withPropertyValues("accounts.factors.keys.first=${NO_SUCH_KEY}")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("accounts.factors.keys.first is a placeholder"));
        application
                .withPropertyValues("accounts.factors.keys.first=AAAA")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("a key has 16, 24 or 32 bytes, but first has 3"));
    }

    @Test
    void give_way_to_a_cipher_of_the_application() {
        SecretCipher own = SecretCipher.aesGcm("own", Map.of("own", new byte[16]));
        application
                .withBean(SecretCipher.class, () -> own)
                .run(context -> assertThat(begun(context).secret()).isNotEmpty());
    }

    @Test
    void print_no_key() {
        assertThat(new AccountProperties.Factors(
                                FactorPolicy.Requirement.OFFERED, null, null, Map.of("first", KEY), null)
                        .toString())
                .contains("first")
                .doesNotContain(KEY);
    }
}
