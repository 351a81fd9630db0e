package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The token of a one-time link at the moment the {@code AccountNotifier} gets it. Its value is seen only here (OWASP
 * ASVS 5.0, 6.5). {@link #toString} prints the value as {@code ***}.
 *
 * @param uid the id of the account as Djoser writes it in links: base64url of its decimal digits
 * @param value 40 lower-case hex digits, 160 random bits
 * @param expiresAt when it expires; it is refused from that instant on
 */
public record OneTimeToken(String uid, String value, Instant expiresAt) {

    /**
     * Checks that no component is null.
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
