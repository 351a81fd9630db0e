package dev.accounts.spring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.accounts.model.Identity;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.model.factor.Authentication;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.policy.PasskeyPolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.Caller;
import dev.accounts.service.Passkeys;
import dev.accounts.testkit.PasskeyDevice;
import dev.accounts.testkit.TestAccounts;
import dev.accounts.webauthn.WebAuthn4jVerifier;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.util.ClassUtils;

class AccountAuthenticationTest {

    private static final String ORIGIN = "https://accounts.example.org";
    private static final String DOMAIN = "example.org";
    private static final String SPRING_FACTORS = "org.springframework.security.core.authority.FactorGrantedAuthority";

    private final TestAccounts accounts =
            TestAccounts.create(builder -> builder.passkeys(PasskeyPolicy.of(DOMAIN, ORIGIN), new WebAuthn4jVerifier())
                    .tokens(TokenPolicy.defaults().allowPersonalTokens()));

    @Test
    void grants_the_owner_of_a_passkey_the_factor_of_passkeys_alone() {
        String token = accounts.loggedIn("ana").value();
        Passkeys passkeys = accounts.service().factors().passkeys();
        PasskeyDevice device = PasskeyDevice.at(ORIGIN, DOMAIN);
        passkeys.register(token, device.register(passkeys.beginRegistration(token)), "Telephone");
        String next =
                passkeys.login(device.sign(passkeys.beginLogin()), "browser").value();

        assertThat(new AccountAuthentication(accounts.service().caller(next)).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("FACTOR_WEBAUTHN");
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD, FACTOR_PASSWORD",
        "TOTP, FACTOR_TOTP",
        "RECOVERY_CODE, FACTOR_RECOVERY_CODE",
        "PASSKEY, FACTOR_WEBAUTHN"
    })
    void grants_an_authority_for_each_method(AuthenticationMethod method, String authority) {
        Authentication proof = new Authentication(accounts.clock().instant(), Set.of(method));
        Caller caller = new Caller(new Identity(1, "ana", "", false, false, proof), Set.of("edit"));

        assertThat(new AccountAuthentication(caller).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("edit", authority);
    }

    @Test
    void grants_a_personal_token_its_scopes_and_no_factor() {
        String session = accounts.authorization("ana", "edit", "read").replace("Token ", "");
        PersonalTokenRequest request = new PersonalTokenRequest("script", Set.of("edit"), Duration.ofDays(1));
        String token =
                accounts.service().sessions().issuePersonal(session, request).value();

        assertThat(new AccountAuthentication(accounts.service().caller(token)).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("edit");
    }

    @Test
    void grants_a_staff_actor_what_the_user_may_and_shows_no_staff() {
        String user = accounts.authorization("ana", "edit").replace("Token ", "");
        accounts.superuser("root");
        String token = accounts.service()
                .sessions()
                .actAs(
                        accounts.loggedIn("root").value(),
                        accounts.service().me(user).id(),
                        Duration.ofMinutes(5))
                .value();

        AccountAuthentication acting =
                new AccountAuthentication(accounts.service().caller(token));

        assertThat(acting.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("edit");
        assertThat(acting.getPrincipal().staff()).isFalse();
        assertThat(acting.getPrincipal().superuser()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PASSWORD_AUTHORITY, FACTOR_PASSWORD", "WEBAUTHN_AUTHORITY, FACTOR_WEBAUTHN"})
    void names_a_factor_as_spring_security_7_does(String constant, String authority)
            throws ReflectiveOperationException {
        assumeThat(ClassUtils.isPresent(SPRING_FACTORS, null)).isTrue();

        assertThat(Class.forName(SPRING_FACTORS).getField(constant).get(null)).isEqualTo(authority);
    }

    @Test
    void does_not_take_a_permission_for_a_proof() {
        String token = accounts.authorization("ana", "FACTOR_TOTP", "edit").replace("Token ", "");

        assertThat(new AccountAuthentication(accounts.service().caller(token)).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("edit", "FACTOR_PASSWORD");
    }
}
