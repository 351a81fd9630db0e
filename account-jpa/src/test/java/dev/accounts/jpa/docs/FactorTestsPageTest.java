package dev.accounts.jpa.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.SecondFactorRequiredException;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.policy.PasskeyPolicy;
import dev.accounts.service.Passkeys;
import dev.accounts.testkit.PasskeyDevice;
import dev.accounts.testkit.TestAccounts;
import dev.accounts.testkit.TotpApp;
import org.junit.jupiter.api.Test;

/** Runs the Java of {@code docs/second-factor.md} that tests a host. */
class FactorTestsPageTest {

    @Test
    void tests_of_a_host() {
        TestAccounts accounts = TestAccounts.create();
        String token = accounts.loggedIn("ana").value();
        TotpEnrolment begun = accounts.service().factors().beginTotp(token);
        TotpApp app = TotpApp.scan(begun, accounts.clock());
        accounts.service().factors().confirmTotp(token, begun.enrolment(), app.code());

        assertThatExceptionOfType(SecondFactorRequiredException.class).isThrownBy(() -> accounts.loggedIn("ana"));
    }

    @Test
    void tests_of_a_host_with_passkeys() {
        PasskeyPolicy site = PasskeyPolicy.of("example.org", "https://example.org");
        TestAccounts accounts = TestAccounts.create(builder -> builder.passkeys(site, PasskeyDevice.verifier()));
        Passkeys passkeys = accounts.service().factors().passkeys();
        PasskeyDevice device = PasskeyDevice.at("https://example.org", "example.org");
        String token = accounts.loggedIn("ana").value();
        passkeys.register(token, device.register(passkeys.beginRegistration(token)), "My key");
        IssuedToken issued = passkeys.login(device.sign(passkeys.beginLogin()), "laptop");

        assertThat(issued.token().label()).isEqualTo("laptop");

        device.rewind(0);
        PasskeyAssertion copied = device.sign(passkeys.beginLogin());
        assertThatThrownBy(() -> passkeys.login(copied, "laptop")).isInstanceOf(BadCredentialsException.class);
    }
}
