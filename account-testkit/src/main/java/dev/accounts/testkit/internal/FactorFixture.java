package dev.accounts.testkit.internal;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.model.IssuedToken;
import dev.accounts.model.SecondFactorRequiredException;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.service.Factors;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.testkit.TotpApp;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Second factors of the users of a fixture. */
public record FactorFixture(AccountsFixture fixture) {

    /** One period of one-time codes. */
    public static final Duration PERIOD = Duration.ofSeconds(30);

    static final SecretCipher CIPHER = SecretCipher.aesGcm("first", Map.of("first", new byte[32]));

    /** A user with an app for one-time codes. */
    public record Owner(String name, long id, TotpApp app, String token, List<String> recoveryCodes) {}

    public Factors service() {
        return fixture.service().factors();
    }

    /** Registers a user who enrols an app. The next period has begun, so that the app shows a code that was not used. */
    public Owner enrolled(String name) {
        long id = fixture.verified(name).id();
        return enrolled(name, id, fixture.login(name));
    }

    /** Enrols an app for a user who is logged in. */
    public Owner enrolled(String name, long id, String token) {
        TotpEnrolment begun = service().beginTotp(token);
        TotpApp app = TotpApp.scan(begun, fixture.clock());
        EnrolledFactor enrolled = service().confirmTotp(token, begun.enrolment(), app.code());
        fixture.clock().advance(PERIOD);
        return new Owner(
                name,
                id,
                app,
                enrolled.token().value(),
                enrolled.recoveryCodes().codes());
    }

    /** Gives the right password; returns what asks for the second factor. */
    public LoginChallenge challenge(String name) {
        SecondFactorRequiredException asked = catchThrowableOfType(
                SecondFactorRequiredException.class, () -> fixture.service().login(fixture.unique(name), PASSWORD));
        if (asked == null) {
            throw new AssertionError("no second factor was asked for");
        }
        return asked.challenge();
    }

    public IssuedToken complete(LoginChallenge challenge, Proof proof) {
        return fixture.service().factors().completeLogin(challenge.value(), proof, "");
    }

    /** Logs an owner in by password and app. */
    public IssuedToken loggedIn(Owner owner) {
        return complete(challenge(owner.name()), Proof.totp(owner.app().code()));
    }
}
