package dev.accounts.password;

import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.generators.SCrypt;

/** Computes what the JDK cannot. Only this class calls Bouncy Castle, which need not be on the class path. */
final class BouncyCastle {

    /** The version at the start of a bcrypt hash, after the dollar sign. */
    static final String BCRYPT_VERSION = "2b";

    static final String MISSING = "Verifying a bcrypt or scrypt hash of Django needs Bouncy Castle:"
            + " add the dependency org.bouncycastle:bcprov-jdk18on to the application.";

    private static final int LEAST_BCRYPT_COST = 4;
    private static final int BCRYPT_SALT = 16;

    private BouncyCastle() {}

    /** Proved once, by the cheapest computations. */
    private static final class Proof {
        static final boolean PRESENT = isComputed();

        private static boolean isComputed() {
            try {
                bcrypt(new byte[1], new byte[BCRYPT_SALT], LEAST_BCRYPT_COST);
                scrypt(new byte[1], new byte[1], new ScryptHash.Cost(2, 1, 1), 1);
                return true;
            } catch (LinkageError e) {
                return false;
            }
        }
    }

    static boolean isPresent() {
        return Proof.PRESENT;
    }

    /** Computes the bcrypt hash of the first 72 bytes, in the stored form. */
    static String bcrypt(byte[] secret, byte[] salt, int cost) {
        return OpenBSDBCrypt.generate(BCRYPT_VERSION, secret, salt, cost);
    }

    static byte[] scrypt(byte[] secret, byte[] salt, ScryptHash.Cost cost, int length) {
        return SCrypt.generate(secret, salt, cost.n(), cost.r(), cost.p(), length);
    }
}
