package dev.accounts.internal.service;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.factor.FactorDirectory;
import dev.accounts.internal.proof.FactorEnrolment;
import dev.accounts.internal.proof.FactorLogin;
import dev.accounts.internal.proof.FactorRemoval;
import dev.accounts.internal.proof.RecoveryCodeIssue;
import dev.accounts.internal.proof.TotpEnrolments;
import dev.accounts.internal.token.TokenAuthenticator;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.factor.EnrolledFactors;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.RecoveryCodes;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.service.Factors;
import dev.accounts.service.Passkeys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Delegates each operation on second factors to the class that performs it. */
record AccountFactors(TokenAuthenticator tokens, Parts parts, Optional<String> source) implements Factors {

    /** The classes that list, enrol and remove factors. */
    record Parts(
            FactorLogin login,
            FactorDirectory directory,
            TotpEnrolments totp,
            RecoveryCodeIssue recoveryCodes,
            FactorRemoval removal,
            AccountPasskeys.Parts passkeys) {}

    @Override
    public IssuedToken completeLogin(@Nullable String challenge, Proof proof, String label) {
        return parts.login()
                .complete(challenge, requireNonNull(proof, "proof"), requireNonNull(label, "label"), source);
    }

    @Override
    public EnrolledFactors list(@Nullable String token) {
        return parts.directory().of(caller(token).id());
    }

    @Override
    public TotpEnrolment beginTotp(@Nullable String token) {
        return parts.totp().begin(caller(token));
    }

    @Override
    public EnrolledFactor confirmTotp(@Nullable String token, @Nullable String enrolment, @Nullable String code) {
        return enrolled(parts.totp().confirm(caller(token), enrolment, code));
    }

    static EnrolledFactor enrolled(FactorEnrolment.Enrolled factor) {
        return new EnrolledFactor(factor.token(), factor.recoveryCodes());
    }

    @Override
    public boolean removeTotp(@Nullable String token) {
        return parts.removal().totp(caller(token));
    }

    @Override
    public RecoveryCodes replaceRecoveryCodes(@Nullable String token) {
        return parts.recoveryCodes().replaceAll(caller(token));
    }

    @Override
    public RecoveryCodes replaceUsedRecoveryCodes(@Nullable String token) {
        return parts.recoveryCodes().replaceUsed(caller(token));
    }

    @Override
    public Passkeys passkeys() {
        return new AccountPasskeys(tokens, parts.passkeys(), source);
    }

    private TokenAuthenticator.Caller caller(@Nullable String token) {
        return tokens.enrollingOwner(token, source);
    }
}
