package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a mailed link carries, in the moment it is handed to the {@code AccountNotifier}: the only time its value is seen
 * (OWASP ASVS 5.0, 6.5). The value is printed as {@code ***}.
 *
 * @param uid the id of the account in the form that the recorded system gives it in links: base64url of its decimal digits
 * @param value 40 lower-case hex digits, 160 random bits
 * @param expiresAt the instant from which on it is refused
 */
public record OneTimeToken(String uid, String value, Instant expiresAt) {

    /**
     * Checks that the components are there.
     *
     * @throws NullPointerException if a component is null
     */
    public OneTimeToken {
        requireNonNull(uid, "uid");
        requireNonNull(value, "value");
        requireNonNull(expiresAt, "expiresAt");
    }

    @Override
    public String toString() {
        return "OneTimeToken[uid=" + uid + ", value=***, expiresAt=" + expiresAt + "]";
    }
}
