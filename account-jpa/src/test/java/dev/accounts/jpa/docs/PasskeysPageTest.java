package dev.accounts.jpa.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.Registration;
import dev.accounts.model.SecondFactorRequiredException;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.model.factor.Passkey;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.model.factor.Proof;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.policy.PasskeyPolicy;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.service.Passkeys;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.testkit.PasskeyDevice;
import dev.accounts.webauthn.WebAuthn4jVerifier;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the Java about passkeys in {@code docs/second-factor.md}; {@link SecondFactorPageTest} runs the rest. */
class PasskeysPageTest {

    private final byte[] key = new byte[32];
    private final PasskeyDevice device = PasskeyDevice.at("https://accounts.example.org", "example.org");
    private JpaAccountStores stores;
    private Accounts accounts;
    private String token;
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
        PasskeyPolicy local = PasskeyPolicy.of("localhost", "http://localhost:8080");
        assertThat(local.origins()).hasSize(1);
        PasskeyPolicy site = PasskeyPolicy.of("example.org", "https://example.org", "https://accounts.example.org");
        Accounts accounts = Accounts.builder(stores)
                .factors(FactorPolicy.defaults().issuer("Acme"))
                .passkeys(site, new WebAuthn4jVerifier())
                .secretCipher(SecretCipher.aesGcm("2026", Map.of("2026", key)))
                .build();
        return accounts;
    }

    private LoginChallenge challenge() {
        return catchThrowableOfType(
                        SecondFactorRequiredException.class,
                        () -> accounts.service().login("kust2", "k12345678"))
                .challenge();
    }

    private void register() {
        PasskeyOptions asked = accounts.service().factors().passkeys().beginRegistration(token);
        Map<String, Object> publicKey = asked.publicKey();
        assertThat(publicKey).containsEntry("rp", Map.of("id", "example.org", "name", "Acme"));
        PasskeyRegistration answer = device.register(asked);
        EnrolledFactor enrolled = accounts.service().factors().passkeys().register(token, answer, "My telephone");
        String newToken = enrolled.token().value();
        List<String> codesToKeep = enrolled.recoveryCodes().codes();
        token = newToken;
        recoveryCodes = codesToKeep;
    }

    @Test
    void a_passkey_after_the_password() {
        register();
        LoginChallenge challenge = challenge();
        Optional<PasskeyOptions> asked = challenge.passkey();
        PasskeyAssertion answer = device.sign(asked.orElseThrow());
        IssuedToken issued;

        issued = accounts.service().factors().completeLogin(challenge.value(), Proof.passkey(answer), "laptop");

        assertThat(issued.token().authentication().methods())
                .containsExactly(AuthenticationMethod.PASSWORD, AuthenticationMethod.PASSKEY);
        assertThat(recoveryCodes).hasSize(10);
    }

    @Test
    void a_passkey_alone() {
        register();
        PasskeyOptions asked = accounts.service().factors().passkeys().beginLogin();
        PasskeyAssertion answer = device.sign(asked);

        IssuedToken issued =
                accounts.service().from("203.0.113.7").factors().passkeys().login(answer, "laptop");

        assertThat(issued.token().authentication().methods()).containsExactly(AuthenticationMethod.PASSKEY);
    }

    /** Two tabs: the one with the earlier challenge asks again. */
    @Test
    void an_earlier_challenge_is_refused() {
        register();
        Passkeys passkeys = accounts.service().factors().passkeys();
        PasskeyDevice synced = device.synced();
        passkeys.register(token, synced.register(passkeys.beginRegistration(token)), "Synced");
        PasskeyAssertion earlier = synced.sign(passkeys.beginLogin());
        PasskeyAssertion later = synced.sign(passkeys.beginLogin());

        assertThat(passkeys.login(later, "")).isNotNull();
        assertThatThrownBy(() -> passkeys.login(earlier, "")).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void a_passkey_confirms_a_session() {
        register();
        PasskeyOptions asked = accounts.service().factors().passkeys().beginConfirmation(token);
        PasskeyAssertion answer = device.sign(asked);

        IssuedToken confirmed = accounts.service().confirm(token, Proof.passkey(answer));

        assertThat(confirmed.value()).isNotEqualTo(token);
    }

    @Test
    void passkeys_are_managed() {
        register();

        List<Passkey> passkeys = accounts.service().factors().list(token).passkeys();
        boolean renamed = accounts.service()
                .factors()
                .passkeys()
                .rename(token, passkeys.get(0).id(), "Blue key");
        boolean removed = accounts.service()
                .factors()
                .passkeys()
                .remove(token, passkeys.get(0).id());

        assertThat(passkeys).extracting(Passkey::name).containsExactly("My telephone");
        assertThat(renamed).isTrue();
        assertThat(removed).isTrue();
        assertThat(accounts.service().factors().list(token).recoveryCodesLeft()).isZero();
    }

    /** A host that no longer offers passkeys: what is refused, and what still works. */
    @Test
    void passkeys_are_no_longer_offered() {
        register();
        accounts = Accounts.builder(stores).build();
        Passkeys passkeys = accounts.service().factors().passkeys();
        Passkey kept = accounts.service().factors().list(token).passkeys().get(0);

        assertThatThrownBy(() -> passkeys.beginRegistration(token)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> passkeys.register(token, null, "")).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(passkeys::beginLogin).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> passkeys.login(null, "")).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> passkeys.beginConfirmation(token)).isInstanceOf(PermissionDeniedException.class);
        assertThat(challenge().factors()).containsExactly(AuthenticationMethod.RECOVERY_CODE);
        assertThat(passkeys.rename(token, kept.id(), "Old key")).isTrue();
        assertThat(passkeys.remove(token, kept.id())).isTrue();
    }

    /** With {@code OFF}, owners use the passkeys that they have, and register none. */
    @Test
    void passkeys_are_no_longer_registered() {
        register();
        accounts = Accounts.builder(stores)
                .factors(FactorPolicy.defaults().requirement(FactorPolicy.Requirement.OFF))
                .passkeys(PasskeyPolicy.of("example.org", "https://accounts.example.org"), new WebAuthn4jVerifier())
                .secretCipher(SecretCipher.aesGcm("2026", Map.of("2026", key)))
                .build();
        Passkeys passkeys = accounts.service().factors().passkeys();

        assertThatThrownBy(() -> passkeys.beginRegistration(token)).isInstanceOf(PermissionDeniedException.class);
        assertThat(passkeys.login(device.sign(passkeys.beginLogin()), "")).isNotNull();
    }
}
