package dev.accounts.password;

import static java.util.Objects.requireNonNull;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import de.mkammerer.argon2.Argon2Version;
import dev.accounts.model.BusyException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the native Argon2 library. It proves the library by a known answer first. No other class calls the library. */
final class NativeArgon2 {

    private static final Logger LOG = LoggerFactory.getLogger(NativeArgon2.class);

    private static final Duration RETRY_WHEN_MEMORY_IS_SHORT = Duration.ofSeconds(1);

    /** The test vector of RFC 9106, 5.3. */
    private static final String KNOWN_ANSWER = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";

    private final Map<Argon2Types, Argon2Advanced> libraries = new EnumMap<>(Argon2Types.class);

    private NativeArgon2() {
        for (Argon2Types type : Argon2Types.values()) {
            libraries.put(type, Argon2Factory.createAdvanced(type));
        }
    }

    static NativeArgon2 load() {
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        try {
            // JNA starts a thread that inherits this loader and never ends. It must not keep a redeployed application
            // alive.
            thread.setContextClassLoader(Argon2Factory.class.getClassLoader());
            NativeArgon2 argon2 = new NativeArgon2();
            argon2.proveKnownAnswer();
            return argon2;
        } catch (LinkageError e) {
            throw NativeLibraryFailure.of(e);
        } finally {
            thread.setContextClassLoader(context);
        }
    }

    /**
     * Computes a hash with the type, version, cost, salt and length of {@code parameters}.
     *
     * @throws BusyException if the native code cannot allocate the memory
     */
    byte[] compute(CharSequence password, Argon2Hash parameters) {
        byte[] secret = StrictUtf8.encode(requireNonNull(password, "password"));
        try {
            return library(parameters.type())
                    .hashAdvanced(
                            parameters.cost().passes(),
                            parameters.cost().memoryKib(),
                            parameters.cost().lanes(),
                            secret,
                            parameters.salt(),
                            parameters.hashLength(),
                            parameters.version())
                    .getRaw();
        } catch (IllegalStateException e) {
            LOG.warn("Argon2 could not be computed: {}", e.getMessage());
            throw new BusyException(RETRY_WHEN_MEMORY_IS_SHORT);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private Argon2Advanced library(Argon2Types type) {
        Argon2Advanced library = libraries.get(type);
        if (library == null) {
            throw new IllegalArgumentException("no such type: " + type);
        }
        return library;
    }

    private void proveKnownAnswer() {
        byte[] answer = library(Argon2Types.ARGON2id)
                .rawHashAdvanced(
                        3, 32, 4, filled(32, 1), filled(16, 2), filled(8, 3), filled(12, 4), 32, Argon2Version.V13);
        if (!HexFormat.of().formatHex(answer).equals(KNOWN_ANSWER)) {
            throw new IllegalStateException("The native Argon2 library on this machine does not compute Argon2id"
                    + " (RFC 9106). JNA prefers a library of the system to the one that argon2-jvm brings:"
                    + " remove libargon2 from the library path, or set the system property jna.nosys to true.");
        }
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
