package dev.accounts.service;

import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.SecondFactorRequiredException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.factor.EnrolledFactors;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.RecoveryCodes;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.policy.FactorPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Enrols and removes the second factors of the caller (OWASP ASVS 5.0, 6.5 and 7.5; NIST SP 800-63B-4, 4.2). Thread-safe.
 *
 * <p>Every change needs a proof that is no older than {@link FactorPolicy#freshness}: a login or {@link AccountService#confirm}. Otherwise
 * it throws {@link NotAuthenticatedException} with the reason {@link NotAuthenticatedException.Reason#REAUTHENTICATION_REQUIRED}. The owner
 * is told of every change by mail.
 *
 * <p>{@link FactorPolicy} may require a factor of a caller who has none yet. The token of such a caller is good for the way to a factor:
 * these operations, {@link AccountService#emails}, {@link AccountService#me}, {@link AccountService#confirm} and
 * {@link AccountService#logout}.
 *
 * <p>Every call that takes a token throws {@link NotAuthenticatedException} if there is no live token with this value or its owner is not
 * active. Every call throws {@link StorageException} if the store failed; if its outcome is unknown, the change may have been made. A
 * change throws {@link TooManyAttemptsException} if too many mails were caused from the source of the call.
 */
public interface Factors {

    /**
     * Completes a login that {@link SecondFactorRequiredException} has interrupted (NIST SP 800-63B-4, 2.2). Failures are counted for the
     * account, across its challenges and sessions. A completed login clears the count, and so does a day without an attempt.
     *
     * @param challenge the value of the challenge
     * @param proof a one-time code, a recovery code or an answer by a passkey, each of which is good once; using a recovery code is told to
     *     the owner by mail
     * @param label what the token is for, as at {@link AccountService#login(String, CharSequence, String)}
     * @return the token, whose value is seen only here
     * @throws NullPointerException if {@code proof} or {@code label} is null
     * @throws InvalidInputException if something is missing; if the challenge is not or no longer good, because it was used or has expired,
     *     another login began, or the account was changed, deactivated or deleted since ({@code challenge}); or if the proof is wrong, was
     *     used before or is a password ({@code code}, {@code recovery_code}, {@code passkey}, {@code current_password})
     * @throws TooManyAttemptsException if too many proofs for this account were wrong; the challenge may end during the wait
     * @throws BusyException if too many attempts for this account came at once; the proof was not judged
     * @throws StorageException if the store failed, or the key of the seed is unknown; if its outcome is unknown, the login may be
     *     completed
     */
    IssuedToken completeLogin(@Nullable String challenge, Proof proof, String label);

    /**
     * Tells which factors the caller has.
     *
     * @param token the value of the caller's token
     * @return the factors
     */
    EnrolledFactors list(@Nullable String token);

    /**
     * Makes a seed for an app that shows one-time codes (RFC 6238: HMAC-SHA-1, six digits, 30 seconds). A login asks for no code before
     * {@link #confirmTotp}. Another call replaces the seed.
     *
     * @param token the value of the caller's token
     * @return the seed, good to be confirmed for ten minutes
     * @throws PermissionDeniedException if the host does not offer one-time codes: the policy is off, or there is no cipher for seeds
     * @throws InvalidInputException if the account has an address that is not verified ({@code email})
     */
    TotpEnrolment beginTotp(@Nullable String token);

    /**
     * Enrols the app, or replaces the former one. From now on a login needs a code. If it is the first factor, all other tokens of the
     * account are revoked, and the owner gets {@value RecoveryCodes#MOST} recovery codes.
     *
     * @param token the value of the caller's token
     * @param enrolment what {@link #beginTotp} gave
     * @param code the code that the app shows
     * @return the token that replaces the presented one (OWASP ASVS 5.0, 7.2.4), and the recovery codes
     * @throws PermissionDeniedException if the host no longer offers one-time codes
     * @throws InvalidInputException if something is missing, the code is wrong ({@code code}), the enrolment has expired or was replaced
     *     ({@code enrolment}), or the address is not verified ({@code email})
     */
    EnrolledFactor confirmTotp(@Nullable String token, @Nullable String enrolment, @Nullable String code);

    /**
     * Removes the app. With the last factor, the recovery codes go as well, and a login then needs the password alone. No token is revoked.
     *
     * @param token the value of the caller's token
     * @return whether there was an app
     * @throws PermissionDeniedException if it is the last factor of a caller of whom {@link FactorPolicy} requires one, who can enrol
     *     another app instead
     */
    boolean removeTotp(@Nullable String token);

    /**
     * Replaces all recovery codes by {@value RecoveryCodes#MOST} new ones.
     *
     * @param token the value of the caller's token
     * @return the new codes
     * @throws InvalidInputException if the account has no factor whose loss the codes could make good ({@code recovery_code})
     */
    RecoveryCodes replaceRecoveryCodes(@Nullable String token);

    /**
     * Issues a new recovery code for each that was used (NIST SP 800-63B-4, 4.2.1.1). The unused ones stay good.
     *
     * @param token the value of the caller's token
     * @return the new codes; none if all are unused
     * @throws InvalidInputException if the account has no factor whose loss the codes could make good ({@code recovery_code})
     */
    RecoveryCodes replaceUsedRecoveryCodes(@Nullable String token);

    /**
     * Registers, uses and removes passkeys.
     *
     * @return the operations on passkeys
     */
    Passkeys passkeys();
}
