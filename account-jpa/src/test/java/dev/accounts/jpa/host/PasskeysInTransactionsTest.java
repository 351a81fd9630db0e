package dev.accounts.jpa.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Registration;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.policy.PasskeyPolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.service.Passkeys;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.PasskeyDevice;
import dev.accounts.webauthn.WebAuthn4jVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Passkeys and personal tokens within transactions of the host. */
@OnEachDatabase
class PasskeysInTransactionsTest {

    private static final String PASSWORD = "k12345678";
    private static final String ORIGIN = "https://accounts.example.org";

    @Parameter
    TestDatabase database;

    private final PasskeyDevice device = PasskeyDevice.at(ORIGIN, "example.org");
    private Accounts system;
    private String token = "";

    @BeforeEach
    void register() {
        database.empty();
        system = Accounts.builder(database.spring().stores())
                .passwordHasher(new FastPasswordHasher())
                .clock(new MovableClock())
                .tokens(TokenPolicy.defaults().allowPersonalTokens())
                .secretCipher(SecretCipher.aesGcm("test", Map.of("test", new byte[32])))
                .passkeys(PasskeyPolicy.of("example.org", ORIGIN), new WebAuthn4jVerifier())
                .build();
        accounts().register(Registration.of("ana", PASSWORD));
        String first = accounts().login("ana", PASSWORD).value();
        token = database.spring()
                .inTransaction(() ->
                        passkeys().register(first, device.register(passkeys().beginRegistration(first)), "key"))
                .token()
                .value();
    }

    private AccountService accounts() {
        return system.service();
    }

    private Passkeys passkeys() {
        return accounts().factors().passkeys();
    }

    @Test
    void a_login_that_is_rolled_back_uses_up_nothing() {
        PasskeyAssertion answer = device.sign(passkeys().beginLogin());

        database.spring().rolledBack(() -> passkeys().login(answer, ""));

        IssuedToken issued = database.spring().inTransaction(() -> passkeys().login(answer, ""));
        assertThat(accounts().me(issued.value()).username()).isEqualTo("ana");
    }

    /** The transaction of the host goes on after a refusal. */
    @Test
    void a_refused_login_leaves_the_rest_of_the_transaction() {
        PasskeyAssertion answer = device.sign(passkeys().beginLogin());
        passkeys().login(answer, "");

        database.spring().inTransaction(() -> {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> passkeys().login(answer, ""));
            return accounts().register(Registration.of("ben", PASSWORD));
        });

        assertThat(accounts().isRegistered("ben")).isTrue();
    }

    @Test
    void the_mail_about_a_copy_outlives_a_rollback() {
        accounts().emails().change(token, PASSWORD, "ana@example.org");
        SpringHost.confirmAddress(system);
        passkeys().login(device.sign(passkeys().beginLogin()), "");
        device.rewind(0);

        database.spring().rolledBack(() -> {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> passkeys().login(device.sign(passkeys().beginLogin()), ""));
            return true;
        });

        List<AccountMessage.Kind> told = new ArrayList<>();
        system.maintenance().deliver(message -> told.add(message.kind()), 10);
        assertThat(told).containsExactly(AccountMessage.Kind.PASSKEY_COPIED);
    }

    @Test
    void a_personal_token_that_is_rolled_back_was_never_issued() {
        PersonalTokenRequest request = new PersonalTokenRequest("script", Set.of(), Duration.ofDays(1));

        String undone = database.spring()
                .rolledBack(() ->
                        accounts().sessions().issuePersonal(token, request).value());
        String kept = database.spring()
                .inTransaction(() ->
                        accounts().sessions().issuePersonal(token, request).value());

        assertThat(accounts().sessions().list(token)).hasSize(2);
        assertThat(accounts().me(kept).username()).isEqualTo("ana");
        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> accounts().me(undone));
    }
}
