package dev.accounts.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scrypt hash (RFC 7914) with up to 64 MiB of memory, a block size r of up to 32 and a parallelism p of up to 16. */
final class ScryptHash implements DjangoHash {

    private static final long MAX_MEMORY_BYTES = 64L * 1024 * 1024;
    private static final int MAX_BLOCK_SIZE = 32;
    private static final int MAX_PARALLELISM = 16;

    private static final Pattern STORED = Pattern.compile(
            "scrypt\\$([1-9]\\d{0,5})\\$([^$\\p{Cs}]{1,128})" + "\\$([1-9]\\d?)\\$([1-9]\\d?)\\$([A-Za-z0-9+/]{86}==)");

    private final Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private ScryptHash(Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static Optional<DjangoHash> parse(String stored) {
        Matcher fields = STORED.matcher(stored);
        if (!fields.matches()) {
            return Optional.empty();
        }
        Cost cost = new Cost(
                Integer.parseInt(fields.group(1)),
                Integer.parseInt(fields.group(3)),
                Integer.parseInt(fields.group(4)));
        if (!cost.isBounded()) {
            return Optional.empty();
        }
        return Optional.of(new ScryptHash(
                cost, fields.group(2).getBytes(UTF_8), Base64.getDecoder().decode(fields.group(5))));
    }

    @Override
    public boolean verifies(CharSequence password) {
        byte[] secret = StrictUtf8.encode(password);
        try {
            return MessageDigest.isEqual(hash, BouncyCastle.scrypt(secret, salt, cost, hash.length));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /**
     * The cost of one scrypt hash.
     *
     * @param n the number of blocks in memory, of {@code 128 * r} bytes each
     * @param r the size of a block
     * @param p the number of independent runs
     */
    record Cost(int n, int r, int p) {

        private boolean isBounded() {
            return n > 1
                    && Integer.bitCount(n) == 1
                    && isBelowRfcLimit()
                    && r <= MAX_BLOCK_SIZE
                    && p <= MAX_PARALLELISM
                    && 128L * n * r <= MAX_MEMORY_BYTES;
        }

        /** Whether there are fewer than 2<sup>16r</sup> blocks, as RFC 7914 requires. */
        private boolean isBelowRfcLimit() {
            return r > 1 || n < 1 << 16;
        }
    }
}
