package dev.accounts.model.factor;

import java.util.Locale;

/** A way in which an owner proves to be the owner. */
public enum AuthenticationMethod {
    /** The password of the account. */
    PASSWORD("pwd"),
    /** A one-time code that an app computes from a seed and the time (RFC 6238). */
    TOTP("otp"),
    /** A code that was printed for the loss of another factor: a look-up secret (NIST SP 800-63B-4, 3.1.2). */
    RECOVERY_CODE("rcv"),
    /** A key that an authenticator holds (W3C Web Authentication), with or without a password before it. */
    PASSKEY("pop");

    private final String amr;

    AuthenticationMethod(String amr) {
        this.amr = amr;
    }

    /**
     * {@return the value of the method in the claim {@code amr}, as RFC 8176 registers it; the RFC has none for a recovery code, which is
     * {@code rcv} here}
     */
    public String amr() {
        return amr;
    }

    /** {@return the name in lower case, such as {@code recovery_code}} */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether it is a factor besides the password} */
    public boolean isSecondFactor() {
        return this != PASSWORD;
    }
}
