package dev.accounts.internal.service;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.proof.FactorRemoval;
import dev.accounts.internal.proof.PasskeyConfirmation;
import dev.accounts.internal.proof.PasskeyEnrolments;
import dev.accounts.internal.proof.PasskeyLogin;
import dev.accounts.internal.token.TokenAuthenticator;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.service.Passkeys;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Delegates each operation on passkeys to the class that performs it. */
record AccountPasskeys(TokenAuthenticator tokens, Parts parts, Optional<String> source) implements Passkeys {

    /** The classes that register, use and remove passkeys. */
    record Parts(
            PasskeyEnrolments enrolments,
            PasskeyConfirmation confirmation,
            PasskeyLogin login,
            FactorRemoval removal) {}

    @Override
    public PasskeyOptions beginRegistration(@Nullable String token) {
        return parts.enrolments().begin(caller(token));
    }

    @Override
    public EnrolledFactor register(@Nullable String token, @Nullable PasskeyRegistration answer, String name) {
        return AccountFactors.enrolled(
                parts.enrolments().register(caller(token), answer, requireNonNull(name, "name")));
    }

    @Override
    public boolean rename(@Nullable String token, UUID id, String name) {
        return parts.enrolments().rename(caller(token), requireNonNull(id, "id"), requireNonNull(name, "name"));
    }

    @Override
    public boolean remove(@Nullable String token, UUID id) {
        return parts.removal().passkey(caller(token), requireNonNull(id, "id"));
    }

    @Override
    public PasskeyOptions beginConfirmation(@Nullable String token) {
        return parts.confirmation().begin(caller(token));
    }

    @Override
    public PasskeyOptions beginLogin() {
        return parts.login().begin();
    }

    @Override
    public IssuedToken login(@Nullable PasskeyAssertion answer, String label) {
        return parts.login().login(answer, requireNonNull(label, "label"), source);
    }

    private TokenAuthenticator.Caller caller(@Nullable String token) {
        return tokens.enrollingOwner(token, source);
    }
}
