package dev.accounts.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.Registration;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.policy.PasskeyPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.service.Passkeys;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.PasskeyDevice;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import dev.accounts.webauthn.WebAuthn4jVerifier;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** The settings below {@code accounts.passkeys}. */
class AccountPasskeySettingsTest {

    private static final String PASSWORD = "correct-Horse-7";
    private static final String ORIGIN = "https://accounts.example.org";
    private static final String KEY =
            "accounts.factors.keys.first=" + Base64.getEncoder().encodeToString(new byte[32]);

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AccountAutoConfiguration.class))
            .withBean(InMemoryAccountStores.class)
            .withBean(PasswordHasher.class, FastPasswordHasher::new);

    private final ApplicationContextRunner withPasskeys = application.withPropertyValues(
            "accounts.passkeys.relying-party-id=example.org", "accounts.passkeys.origins=" + ORIGIN);

    private final ApplicationContextRunner withoutLibrary =
            withPasskeys.withClassLoader(new FilteredClassLoader("com.webauthn4j"));

    private static Passkeys passkeys(ApplicationContext context) {
        return context.getBean(AccountService.class).factors().passkeys();
    }

    private static String token(ApplicationContext context) {
        AccountService accounts = context.getBean(AccountService.class);
        accounts.register(Registration.of("ana", PASSWORD));
        return accounts.login("ana", PASSWORD).value();
    }

    private static PasskeyOptions begun(ApplicationContext context) {
        return passkeys(context).beginRegistration(token(context));
    }

    private static FailureAnalysis failure(ApplicationContextRunner failing) {
        FailureAnalysis[] found = new FailureAnalysis[1];
        failing.run(context -> found[0] = new AccountStartFailure().analyze(context.getStartupFailure()));
        return found[0];
    }

    @Test
    void offer_none_by_default() {
        application.run(context ->
                assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(() -> begun(context)));
        application
                .withPropertyValues("accounts.passkeys.relying-party-id=", "accounts.passkeys.origins=")
                .run(context -> assertThatExceptionOfType(PermissionDeniedException.class)
                        .isThrownBy(() -> begun(context)));
    }

    @Test
    void let_an_owner_register_a_passkey_and_log_in_by_it_alone() {
        withPasskeys.withPropertyValues(KEY).run(context -> {
            PasskeyDevice device = PasskeyDevice.at(ORIGIN, "example.org");
            String token = token(context);
            Passkeys passkeys = passkeys(context);
            passkeys.register(token, device.register(passkeys.beginRegistration(token)), "Telephone");

            IssuedToken issued = passkeys.login(device.sign(passkeys.beginLogin()), "browser");

            assertThat(context.getBean(AccountService.class)
                            .caller(issued.value())
                            .identity()
                            .authentication()
                            .methods())
                    .containsExactly(AuthenticationMethod.PASSKEY);
        });
    }

    @Test
    void take_several_origins() {
        application
                .withPropertyValues(
                        "accounts.passkeys.relying-party-id=example.org",
                        "accounts.passkeys.origins[0]=https://example.org",
                        "accounts.passkeys.origins[1]=" + ORIGIN)
                .run(context -> assertThat(context.getBean(AccountProperties.class)
                                .passkeys()
                                .policy())
                        .isEqualTo(PasskeyPolicy.of("example.org", "https://example.org", ORIGIN)));
    }

    @Test
    void suffice_where_a_factor_is_required() {
        String required = "accounts.factors.requirement=required-for-all";

        withPasskeys
                .withPropertyValues(required)
                .run(context -> assertThat(begun(context).challenge()).isNotEmpty());
        assertThat(failure(application.withPropertyValues(required)).getDescription())
                .contains("or passkeys");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accounts.passkeys.relying-party-id=example.org | relying-party-id is set, but accounts.passkeys.origins is not",
                "accounts.passkeys.origins=https://example.org | origins is set, but accounts.passkeys.relying-party-id is not"
            })
    void fail_the_start_if_only_one_is_set(String property, String reason) {
        FailureAnalysis failure = failure(application.withPropertyValues(property));

        assertThat(failure.getDescription()).contains(reason);
        assertThat(failure.getAction()).contains("docs/settings.md");
    }

    @Test
    void fail_the_start_with_an_origin_of_another_domain() {
        FailureAnalysis failure =
                failure(withPasskeys.withPropertyValues("accounts.passkeys.origins=https://example.com"));

        assertThat(failure.getDescription()).contains("https://example.com");
    }

    @Test
    void fail_the_start_without_the_library_and_name_it() {
        assertThat(failure(withoutLibrary).getDescription()).contains("com.webauthn4j:webauthn4j-core");
    }

    @Test
    void need_no_library_where_they_are_not_set_or_the_application_verifies() {
        application
                .withClassLoader(new FilteredClassLoader("com.webauthn4j"))
                .run(context -> assertThat(context).hasSingleBean(Accounts.class));
        withoutLibrary
                .withBean(RefusingVerifier.class)
                .run(context -> assertThat(begun(context).challenge()).isNotEmpty());
    }

    @Test
    void give_way_to_a_verifier_of_the_application() {
        withPasskeys
                .withBean(RefusingVerifier.class)
                .run(context ->
                        assertThat(context).getBean(PasskeyVerifier.class).isInstanceOf(RefusingVerifier.class));
    }

    @Test
    void give_way_to_a_policy_of_the_application() {
        application
                .withPropertyValues("accounts.passkeys.origins=https://example.com")
                .withBean(PasskeyPolicy.class, () -> PasskeyPolicy.of("example.org", ORIGIN))
                .run(context -> assertThat(begun(context).publicKey())
                        .extracting("rp")
                        .asString()
                        .contains("example.org"));
    }

    @Test
    void make_the_verifier_only_where_passkeys_are_offered() {
        application.run(context -> assertThat(context.getBeanFactory().containsSingleton("accounts.passkeyVerifier"))
                .isFalse());
        withPasskeys.run(context -> {
            assertThat(context.getBeanFactory().containsSingleton("accounts.passkeyVerifier"))
                    .isTrue();
            assertThat(context).getBean(PasskeyVerifier.class).isInstanceOf(WebAuthn4jVerifier.class);
        });
    }
}
