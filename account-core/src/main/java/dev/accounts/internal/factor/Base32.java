package dev.accounts.internal.factor;

/** Writes bytes in the alphabet of RFC 4648, section 6, without padding. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_OF_DIGIT = 5;
    private static final int DIGIT = (1 << BITS_OF_DIGIT) - 1;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte octet : bytes) {
            buffer = (buffer << Byte.SIZE) | Byte.toUnsignedInt(octet);
            bits += Byte.SIZE;
            while (bits >= BITS_OF_DIGIT) {
                bits -= BITS_OF_DIGIT;
                text.append(ALPHABET.charAt((buffer >> bits) & DIGIT));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((buffer << (BITS_OF_DIGIT - bits)) & DIGIT));
        }
        return text.toString();
    }
}
