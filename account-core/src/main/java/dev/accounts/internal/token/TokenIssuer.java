package dev.accounts.internal.token;

import dev.accounts.internal.text.Texts;
import dev.accounts.model.AuthToken;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.model.factor.Authentication;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.spi.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;

/** Issues bearer tokens, each with a fresh value, its digest and the time at which it expires. */
public record TokenIssuer(TokenSource values, InstantSource clock, TokenPolicy policy) {

    /** Begins personal tokens, so that a scanner of source code finds them. */
    private static final String PERSONAL = "acpat_";

    /** Begins tokens by which staff act as a user. */
    private static final String ACTING = "acact_";

    /** Issues a token to an owner who has just proved to be the owner. */
    public IssuedToken issue(long userId, String label, AuthenticationMethod first, AuthenticationMethod... others) {
        String value = requireWellFormed(values.next());
        Instant now = clock.instant();
        Authentication authentication = new Authentication(now, EnumSet.of(first, others));
        Optional<Instant> expiry = policy.lifetime().map(life -> now.plus(life).truncatedTo(ChronoUnit.MICROS));
        String shown = Texts.printable(label, AuthToken.MAX_LABEL);
        return new IssuedToken(
                value, new AuthToken(TokenDigest.of(value), userId, shown, now, now, expiry, authentication));
    }

    /**
     * Issues a token that is good for less than a session. It expires. Its authentication is no proof, and only fills the place of one.
     */
    public IssuedToken delegate(long userId, String label, Duration lifetime, Delegation delegation) {
        String digits = requireWellFormed(values.next());
        String value = (delegation.scopes().isPresent() ? PERSONAL : ACTING) + digits;
        Instant now = clock.instant();
        return new IssuedToken(
                value,
                new AuthToken(
                        TokenDigest.of(value),
                        userId,
                        Texts.printable(label, AuthToken.MAX_LABEL),
                        now,
                        now,
                        Optional.of(now.plus(lifetime).truncatedTo(ChronoUnit.MICROS)),
                        Authentication.byPassword(now),
                        delegation));
    }

    /** Returns a token to replace another whose owner has given a further proof. */
    public IssuedToken renewed(AuthToken former, AuthenticationMethod method) {
        String value = requireWellFormed(values.next());
        Instant now = clock.instant();
        return new IssuedToken(
                value,
                new AuthToken(
                        TokenDigest.of(value),
                        former.userId(),
                        former.label(),
                        former.createdAt(),
                        now,
                        former.expiresAt(),
                        former.authentication().and(now, method),
                        former.delegation()));
    }

    /** Whether a text can be the value of a token that authenticates: one of a session or a delegated one. */
    static boolean isBearer(String value) {
        boolean isDelegated = value.startsWith(PERSONAL) || value.startsWith(ACTING);
        return isWellFormed(isDelegated ? value.substring(PERSONAL.length()) : value);
    }

    /** Whether a text can be the value of a session or of a one-time token: 40 lower-case hex digits. */
    static boolean isWellFormed(String value) {
        if (value.length() != TokenSource.HEX_DIGITS) {
            return false;
        }
        for (int i = 0; i < TokenSource.HEX_DIGITS; i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    static String requireWellFormed(String value) {
        if (!isWellFormed(value)) {
            throw new IllegalStateException("the token source must give 40 lower-case hex digits");
        }
        return value;
    }
}
