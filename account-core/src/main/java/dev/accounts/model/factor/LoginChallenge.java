package dev.accounts.model.factor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a right password gets where an account has a second factor. A second call must present it with a proof of a factor. It is good
 * once, for five minutes, until another login of the account begins or its password changes. {@link #toString} prints no value.
 *
 * @param value 40 lower-case hex digits, for the client that presented the password only
 * @param expiresAt when it expires; it is refused from that instant on
 * @param factors the methods of which one is needed
 * @param passkey what a browser needs to answer by a passkey; empty if the account has none
 */
public record LoginChallenge(
        String value, Instant expiresAt, Set<AuthenticationMethod> factors, Optional<PasskeyOptions> passkey) {

    /**
     * Copies the methods, in the order of their declaration.
     *
     * @throws NullPointerException if a component is null
     */
    public LoginChallenge {
        requireNonNull(value, "value");
        requireNonNull(expiresAt, "expiresAt");
        requireNonNull(factors, "factors").forEach(element -> requireNonNull(element, "factors"));
        requireNonNull(passkey, "passkey");
        factors = Collections.unmodifiableSet(new TreeSet<>(factors));
    }

    @Override
    public String toString() {
        return "LoginChallenge[value=***, expiresAt=" + expiresAt + ", factors=" + factors + "]";
    }
}
