package dev.accounts.testkit.internal;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.AccountsBuilder;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.model.factor.Proof;
import dev.accounts.policy.PasskeyPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.service.Passkeys;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.testkit.PasskeyDevice;
import java.util.List;
import java.util.function.UnaryOperator;

/** Passkeys of the users of a fixture, whose host offers them. */
public record PasskeyFixture(AccountsFixture fixture, PasskeyVerifier verifier) {

    private static final String ORIGIN = "https://accounts.example.org";
    private static final String RELYING_PARTY = "example.org";

    /** A user with a passkey. */
    public record Owner(String name, long id, PasskeyDevice device, String token, List<String> recoveryCodes) {}

    public PasskeyFixture {
        restart(fixture, verifier, UnaryOperator.identity());
    }

    private static void restart(
            AccountsFixture fixture, PasskeyVerifier verifier, UnaryOperator<AccountsBuilder> settings) {
        fixture.restart(builder -> settings.apply(offering(builder, verifier)));
    }

    private static AccountsBuilder offering(AccountsBuilder builder, PasskeyVerifier verifier) {
        return builder.passkeys(PasskeyPolicy.of(RELYING_PARTY, ORIGIN), verifier);
    }

    /** Restarts the host with other settings; it still offers passkeys. */
    public void restart(UnaryOperator<AccountsBuilder> settings) {
        restart(fixture, verifier, settings);
    }

    /** Starts another node. */
    public AccountService node() {
        return offering(fixture.builder(), verifier).build().service();
    }

    public static PasskeyDevice device() {
        return PasskeyDevice.at(ORIGIN, RELYING_PARTY);
    }

    public Passkeys service() {
        return fixture.service().factors().passkeys();
    }

    /** Registers a user with a passkey. */
    public Owner owner(String name) {
        return owner(name, device());
    }

    public Owner owner(String name, PasskeyDevice device) {
        long id = fixture.verified(name).id();
        EnrolledFactor enrolled = registered(fixture.login(name), device);
        return new Owner(
                name,
                id,
                device,
                enrolled.token().value(),
                enrolled.recoveryCodes().codes());
    }

    /** Registers a passkey for a user who is logged in. */
    public EnrolledFactor registered(String token, PasskeyDevice device) {
        PasskeyOptions options = service().beginRegistration(token);
        return service().register(token, device.register(options), "my key");
    }

    /** What a login by password asks of the passkeys of the account. */
    public static PasskeyOptions options(LoginChallenge challenge) {
        return challenge.passkey().orElseThrow();
    }

    public static Proof proof(PasskeyDevice device, PasskeyOptions options) {
        return Proof.passkey(device.sign(options));
    }

    public void assertRefused(PasskeyAssertion answer) {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> service().login(answer, ""));
    }
}
