package dev.accounts.jpa.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Registration;
import dev.accounts.model.SecondFactorRequiredException;
import dev.accounts.model.factor.Assurance;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.service.Caller;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.testkit.TotpApp;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Runs the Java of {@code docs/second-factor.md} with {@link PasskeysPageTest} and {@link FactorTestsPageTest}; {@link DocsTest} proves
 * that the page has no other.
 */
class SecondFactorPageTest {

    private final byte[] key = new byte[32];
    private final byte[] newKey = new byte[16];
    private JpaAccountStores stores;
    private Accounts accounts;
    private String token;
    private TotpApp app;
    private List<String> recoveryCodes;

    @BeforeEach
    void open() throws SQLException {
        stores = JpaAccountStores.over(Snippets.database());
        accounts = offered();
        accounts.service().register(Registration.of("kust2", "k12345678"));
        token = accounts.service().login("kust2", "k12345678").value();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private Accounts offered() {
        Accounts accounts = Accounts.builder(stores)
                .factors(FactorPolicy.defaults().issuer("Acme"))
                .secretCipher(SecretCipher.aesGcm("2026", Map.of("2026", key)))
                .build();
        return accounts;
    }

    @Test
    void without_its_variable_an_application_does_not_start() {
        assertThatNullPointerException().isThrownBy(() -> {
            byte[] key = Base64.getDecoder().decode(System.getenv("ACCOUNTS_FACTOR_KEY_2026"));
            assertThat(key).isEmpty();
        });
    }

    /** Confirms with the code of the period before, so that the present one is still good. */
    private void enrol() {
        TotpEnrolment begun = accounts.service().factors().beginTotp(token);
        String qrCode = begun.uri();
        assertThat(qrCode).startsWith("otpauth://totp/Acme:kust2?secret=");
        app = TotpApp.scan(begun, Instant::now);
        String code = app.codeIn(-1);
        EnrolledFactor enrolled = accounts.service().factors().confirmTotp(token, begun.enrolment(), code);
        String newToken = enrolled.token().value();
        List<String> codesToKeep = enrolled.recoveryCodes().codes();
        token = newToken;
        recoveryCodes = codesToKeep;
    }

    private LoginChallenge challenge(String username, String password) {
        IssuedToken issued = null;
        LoginChallenge challenge = null;
        try {
            issued = accounts.service().login(username, password, "laptop");
        } catch (SecondFactorRequiredException asked) {
            challenge = asked.challenge();
        }
        assertThat(issued).isNull();
        return challenge;
    }

    @Test
    void two_steps() {
        enrol();
        LoginChallenge challenge = challenge("kust2", "k12345678");
        String code = app.code();
        IssuedToken issued;

        issued = accounts.service().factors().completeLogin(challenge.value(), Proof.totp(code), "laptop");

        assertThat(issued.token().authentication().methods()).contains(AuthenticationMethod.TOTP);
    }

    @Test
    void recovery() {
        enrol();
        LoginChallenge challenge = challenge("kust2", "k12345678");
        String recoveryCode = recoveryCodes.get(0);
        IssuedToken issued;

        issued = accounts.service()
                .factors()
                .completeLogin(challenge.value(), Proof.recoveryCode(recoveryCode), "laptop");

        token = issued.value();
        int left = accounts.service().factors().list(token).recoveryCodesLeft();
        List<String> added =
                accounts.service().factors().replaceUsedRecoveryCodes(token).codes();
        List<String> all =
                accounts.service().factors().replaceRecoveryCodes(token).codes();
        assertThat(left).isEqualTo(9);
        assertThat(added).hasSize(1);
        assertThat(all).hasSize(10);
    }

    @Test
    void staff() {
        enrol();
        long userId = accounts.service().me(token).id();
        long staffId = accounts.service()
                .register(Registration.of("root", "battery-Staple-9"))
                .id();
        accounts.maintenance().appointSuperuser(staffId);

        accounts.administration().removeFactors(staffId, userId);

        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> accounts.service().me(token));
    }

    @Test
    void the_last_superuser() {
        enrol();
        long superuserId = accounts.service().me(token).id();
        accounts.maintenance().appointSuperuser(superuserId);
        long helperId = accounts.service()
                .register(Registration.of("helper", "battery-Staple-9"))
                .id();

        accounts.maintenance().appointSuperuser(helperId);
        accounts.administration().removeFactors(helperId, superuserId);

        assertThat(accounts.service().login("kust2", "k12345678")).isNotNull();
    }

    @Test
    void recent_proofs() {
        enrol();
        String code = app.code();

        Caller caller = accounts.service().caller(token, Assurance.any().freshFor(Duration.ofMinutes(5)));
        Caller withApp = accounts.service().caller(token, Assurance.any().requires(AuthenticationMethod.TOTP));
        IssuedToken confirmed = accounts.service().confirm(token, Proof.totp(code));

        assertThat(caller).isEqualTo(withApp);
        assertThat(confirmed.value()).isNotEqualTo(token);
    }

    @Test
    void requirement() {
        FactorPolicy policy = FactorPolicy.defaults().requirement(FactorPolicy.Requirement.REQUIRED_FOR_STAFF);
        assertThat(policy.isRequiredFor(true)).isTrue();
    }

    @Test
    void keys() {
        enrol();
        SecretCipher rotated = SecretCipher.aesGcm("2027", Map.of("2027", newKey, "2026", key));
        Accounts next = Accounts.builder(stores).secretCipher(rotated).build();

        next.service().confirm(token, Proof.totp(app.code()));

        assertThat(stores.totp().find(1).orElseThrow().encryptedSeed()).startsWith("2027.");
    }
}
