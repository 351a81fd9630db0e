package dev.accounts.spi;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Generates token values. Thread-safe. */
@FunctionalInterface
public interface TokenSource {

    /** The number of hex digits of a value. */
    int HEX_DIGITS = 40;

    /**
     * Generates a value that cannot be guessed and was never generated before.
     *
     * @return {@value #HEX_DIGITS} lower-case hex digits
     */
    String next();

    /**
     * Returns a source of 160 bits from {@link SecureRandom} for each value (OWASP ASVS 5.0, 7.2.3 asks for 128).
     *
     * @return the source for production
     */
    static TokenSource secureRandom() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] value = new byte[HEX_DIGITS / 2];
            random.nextBytes(value);
            return HexFormat.of().formatHex(value);
        };
    }
}
