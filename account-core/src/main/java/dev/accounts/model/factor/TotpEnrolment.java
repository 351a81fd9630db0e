package dev.accounts.model.factor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The seed that an owner's app must take up before one-time codes are asked for. It is seen only here. {@link #toString} prints no
 * secret.
 *
 * @param enrolment names the enrolment when the owner confirms it: 40 lower-case hex digits
 * @param uri the address for a QR code: {@code otpauth://totp/…}
 * @param secret the seed for typing, in the alphabet of RFC 4648, section 6
 * @param expiresAt when it must have been confirmed
 */
public record TotpEnrolment(String enrolment, String uri, String secret, Instant expiresAt) {

    /**
     * Checks that no component is null.
     *
     * @throws NullPointerException if a component is null
     */
    public TotpEnrolment {
        requireNonNull(enrolment, "enrolment");
        requireNonNull(uri, "uri");
        requireNonNull(secret, "secret");
        requireNonNull(expiresAt, "expiresAt");
    }

    @Override
    public String toString() {
        return "TotpEnrolment[expiresAt=" + expiresAt + "]";
    }
}
