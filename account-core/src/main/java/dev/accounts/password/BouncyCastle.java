package dev.accounts.password;

import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.generators.SCrypt;

/** Computes what the JDK cannot. Only this class calls Bouncy Castle, which need not be on the class path. */
final class BouncyCastle {

    /** The version at the start of a bcrypt hash, after the dollar sign. */
    static final String BCRYPT_VERSION = "2b";

    private BouncyCastle() {}

    /**
     * Computes the bcrypt hash of the first 72 bytes, in the stored form.
     *
     * @throws IllegalStateException if Bouncy Castle is missing; the message says so
     */
    static String bcrypt(byte[] secret, byte[] salt, int cost) {
        return present(() -> OpenBSDBCrypt.generate(BCRYPT_VERSION, secret, salt, cost));
    }

    /**
     * Computes scrypt.
     *
     * @throws IllegalStateException if Bouncy Castle is missing; the message says so
     */
    static byte[] scrypt(byte[] secret, byte[] salt, ScryptHash.Cost cost, int length) {
        return present(() -> SCrypt.generate(secret, salt, cost.n(), cost.r(), cost.p(), length));
    }

    private static <T> T present(Supplier<T> computation) {
        try {
            return computation.get();
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "Verifying a bcrypt or scrypt hash of Django needs Bouncy Castle:"
                            + " add the dependency org.bouncycastle:bcprov-jdk18on to the application.",
                    e);
        }
    }
}
