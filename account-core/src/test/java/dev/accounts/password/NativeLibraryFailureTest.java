package dev.accounts.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.fixture.BareClassPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

class NativeLibraryFailureTest {

    @Test
    @EnabledForJreRange(minVersion = 24)
    void a_jvm_that_denies_native_access_is_told_the_option() throws Exception {
        assertThat(inAnotherJvm("--illegal-native-access=deny"))
                .contains("--enable-native-access=ALL-UNNAMED")
                .contains("--enable-native-access=com.sun.jna")
                .contains("An earlier attempt in this JVM failed")
                .doesNotContain("musl", "loaded at last");
        assertThat(inAnotherJvm("--illegal-native-access=deny", "--enable-native-access=ALL-UNNAMED"))
                .contains("loaded at last");
    }

    @Test
    void denied_native_access_names_the_option() {
        LinkageError failure = new ExceptionInInitializerError(new IllegalCallerException("Illegal native access"));

        assertThat(NativeLibraryFailure.of(failure))
                .hasCause(failure)
                .hasMessageContaining("--enable-native-access=ALL-UNNAMED")
                .hasMessageNotContaining("musl");
    }

    @Test
    void missing_classes_name_the_module_to_add() throws Exception {
        Object failure = new BareClassPath("de.mkammerer.")
                .loadClass(Fresh.class.getName())
                .asSubclass(Supplier.class)
                .getConstructor()
                .newInstance()
                .get();

        assertThat(failure)
                .asString()
                .contains("--add-modules de.mkammerer.argon2.nolibs")
                .doesNotContain("musl");
    }

    @Test
    void any_other_failure_speaks_of_platforms_and_noexec() {
        assertThat(NativeLibraryFailure.of(new UnsatisfiedLinkError("no such file")))
                .hasMessageContaining("musl")
                .hasMessageContaining("jna.tmpdir");
    }

    /** What the two attempts of {@link Twice} say in a JVM with these options. */
    private static String inAnotherJvm(String... options) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(List.of(options));
        builder.command().addAll(List.of("-cp", System.getProperty("java.class.path"), Twice.class.getName()));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** Loads the library twice, because the second failure in a JVM is another one than the first. */
    static final class Twice {

        private Twice() {}

        public static void main(String[] arguments) {
            System.out.println(new Fresh().get());
            System.out.println(new Fresh().get());
        }
    }

    /** Refers to the library as loaded by the loader of this class. */
    public static final class Fresh implements Supplier<String> {

        @Override
        public String get() {
            try {
                NativeArgon2.load();
                return "loaded at last";
            } catch (IllegalStateException e) {
                return e.getMessage();
            }
        }
    }
}
