package dev.accounts.password;

import static java.util.Objects.requireNonNull;

import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import de.mkammerer.argon2.Argon2Version;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stored Argon2 hash, read from its PHC string. Every number is bounded before anything is computed. */
final class Argon2Hash {

    /** The width of the store's column. */
    static final int MAX_LENGTH = 255;

    private static final Pattern PHC = Pattern.compile("\\$argon2(id|i|d)(?:\\$v=(16|19))?"
            + "\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final Argon2Types type;
    private final Argon2Version version;
    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private Argon2Hash(Argon2Types type, Argon2Version version, Argon2Cost cost, byte[] salt, byte[] hash) {
        this.type = type;
        this.version = version;
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static Argon2Hash of(Argon2Cost cost, byte[] salt, byte[] hash) {
        return new Argon2Hash(Argon2Types.ARGON2id, Argon2Version.V13, cost, salt, hash);
    }

    /** Parses a stored hash; empty if it is malformed, or if its cost exceeds what this library computes. */
    static Optional<Argon2Hash> parse(String storedHash) {
        String stored = requireNonNull(storedHash, "storedHash");
        Matcher phc = PHC.matcher(stored.length() <= MAX_LENGTH ? stored : "");
        if (!phc.matches()) {
            return Optional.empty();
        }
        int memoryKib = Integer.parseInt(phc.group(3));
        int passes = Integer.parseInt(phc.group(4));
        int lanes = Integer.parseInt(phc.group(5));
        if (!Argon2Cost.isBounded(memoryKib, passes, lanes)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Argon2Hash(
                    Argon2Types.valueOf("ARGON2" + phc.group(1)),
                    "19".equals(phc.group(2)) ? Argon2Version.V13 : Argon2Version.V10,
                    new Argon2Cost(memoryKib, passes, lanes),
                    Base64.getDecoder().decode(phc.group(6)),
                    Base64.getDecoder().decode(phc.group(7))));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    Argon2Hash withHash(byte[] computed) {
        return new Argon2Hash(type, version, cost, salt, computed);
    }

    String encoded() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return String.format(
                Locale.ROOT,
                "$argon2%s$v=%d$m=%d,t=%d,p=%d$%s$%s",
                type.name().substring("ARGON2".length()),
                version.getVersion(),
                cost.memoryKib(),
                cost.passes(),
                cost.lanes(),
                base64.encodeToString(salt),
                base64.encodeToString(hash));
    }

    boolean hashEquals(byte[] computed) {
        return MessageDigest.isEqual(hash, computed);
    }

    Argon2Types type() {
        return type;
    }

    Argon2Version version() {
        return version;
    }

    boolean isOldVersion() {
        return version != Argon2Version.V13;
    }

    Argon2Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt;
    }

    int hashLength() {
        return hash.length;
    }
}
