package dev.accounts.internal.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** The address that a QR code shows to an app: the key URI format that Google Authenticator introduced and others read. */
public final class OtpauthUri {

    private OtpauthUri() {}

    /**
     * Writes the seed of one account.
     *
     * @param issuer the name of the host, as the app shows it
     * @param account the name of the account there
     */
    public static String of(String issuer, String account, byte[] seed) {
        String label = encoded(issuer) + ":" + encoded(account);
        return "otpauth://totp/" + label + "?secret=" + secret(seed) + "&issuer=" + encoded(issuer)
                + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.PERIOD.toSeconds();
    }

    /** Returns the seed as a person types it into an app. */
    public static String secret(byte[] seed) {
        return Base32.encode(seed);
    }

    /** Apps read a plus sign as itself. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
