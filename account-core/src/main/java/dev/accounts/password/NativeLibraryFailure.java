package dev.accounts.password;

import java.util.Optional;
import java.util.stream.Stream;

/** Words why the native Argon2 library cannot be loaded, and what the host can do. */
final class NativeLibraryFailure {

    private static final String START = "The native Argon2 library cannot be loaded. ";

    private static final String DENIED =
            "The JVM denies JNA, through which argon2-jvm works, the access to native code."
                    + " Start the JVM with --enable-native-access=ALL-UNNAMED,"
                    + " or, if JNA is on the module path, with --enable-native-access=com.sun.jna.";

    private static final String MISSING =
            "The JVM does not find the classes of argon2-jvm or of JNA. On the class path,"
                    + " add de.mkammerer:argon2-jvm with its dependencies. On the module path, require the module"
                    + " de.mkammerer.argon2.nolibs in module-info.java, or start the JVM with"
                    + " --add-modules de.mkammerer.argon2.nolibs.";

    private static final String REPEATED = "An earlier attempt in this JVM failed, and its exception tells why.";

    private static final String PLATFORM = "argon2-jvm brings it for Linux with glibc, macOS and Windows"
            + " (not for musl, as on Alpine). On these platforms, the folder to which JNA unpacks it may be"
            + " mounted noexec: set the system property jna.tmpdir to another folder."
            + " On other platforms, pass a hasher of your own to AccountsBuilder.passwordHasher.";

    private NativeLibraryFailure() {}

    static IllegalStateException of(LinkageError failure) {
        String reason = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> reason(cause).stream())
                .findFirst()
                .orElse(PLATFORM);
        return new IllegalStateException(START + reason, failure);
    }

    private static Optional<String> reason(Throwable cause) {
        if (cause instanceof IllegalCallerException) {
            return Optional.of(DENIED);
        }
        if (cause instanceof ClassNotFoundException) {
            return Optional.of(MISSING);
        }
        boolean repeated = cause instanceof NoClassDefFoundError
                && String.valueOf(cause.getMessage()).startsWith("Could not initialize class");
        return repeated ? Optional.of(REPEATED) : Optional.empty();
    }
}
