package dev.accounts.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import de.mkammerer.argon2.Argon2Version;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idHasherTest {

    private static final Argon2idHasher HASHER =
            new Argon2idHasher(new Argon2Cost(640, 5, 1), new HashingSlots(1, Duration.ofSeconds(50), 100));
    private static final byte[] SALT = "somesaltsomesalt".getBytes(UTF_8);

    @Test
    void a_hash_verifies_the_same_password_and_no_other() {
        String hash = HASHER.hash("xK9#mQ2z\u00E9");

        assertThat(hash).startsWith("$argon2id$v=19$m=640,t=5,p=1$").hasSize(95);
        assertThat(HASHER.verify(CharBuffer.wrap("xK9#mQ2z\u00E9"), hash)).isTrue();
        assertThat(HASHER.verify("xK9#mQ2ze\u0301", hash)).isFalse();
        assertThat(HASHER.needsRehash(hash)).isFalse();
        assertThat(HASHER.hash("xK9#mQ2z\u00E9")).isNotEqualTo(hash);
    }

    @Test
    void the_defaults_are_19_mebibytes_in_2_passes_on_1_lane() {
        assertThat(Argon2idHasher.withDefaults().hash("xK9#mQ2z")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void every_setting_reaches_the_hash() {
        Argon2idHasher hasher =
                Argon2idHasher.builder().memoryKib(9216).passes(4).lanes(2).build();

        assertThat(hasher.hash("xK9#mQ2z")).startsWith("$argon2id$v=19$m=9216,t=4,p=2$");
    }

    @Nested
    class StoredHashes {

        @ParameterizedTest
        @CsvSource({"ARGON2i, V13", "ARGON2d, V13", "ARGON2id, V10", "ARGON2i, V10", "ARGON2d, V10"})
        void of_other_types_and_versions_verify_and_are_to_be_replaced(Argon2Types type, Argon2Version version) {
            String stored = stored(type, version, 640, 32);

            assertThat(HASHER.verify("secret", stored)).isTrue();
            assertThat(HASHER.verify("Secret", stored)).isFalse();
            assertThat(HASHER.needsRehash(stored)).isTrue();
        }

        @Test
        void of_a_lower_cost_or_a_shorter_length_verify_and_are_to_be_replaced() {
            String cheap = stored(Argon2Types.ARGON2id, Argon2Version.V13, 64, 32);
            String shorter = stored(Argon2Types.ARGON2id, Argon2Version.V13, 640, 31);

            assertThat(HASHER.verify("secret", cheap)).isTrue();
            assertThat(HASHER.needsRehash(cheap)).isTrue();
            assertThat(HASHER.verify("secret", shorter)).isTrue();
            assertThat(HASHER.needsRehash(shorter)).isTrue();
        }

        @Test
        void of_a_higher_cost_verify_and_stay() {
            String strong = stored(Argon2Types.ARGON2id, Argon2Version.V13, 800, 64);

            assertThat(HASHER.verify("secret", strong)).isTrue();
            assertThat(HASHER.needsRehash(strong)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "$argon2id$v=19$m=9999999,t=999,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "$argon2id$v=19$m=262144,t=17,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "!",
                    "",
                    "secret",
                    "pbkdf2_sha256$260000$salt$hash"
                })
        void that_are_none_or_too_expensive_never_verify_and_are_to_be_replaced(String stored) {
            assertThat(HASHER.verify("secret", stored)).isFalse();
            assertThat(HASHER.verify("", stored)).isFalse();
            assertThat(HASHER.needsRehash(stored)).isTrue();
        }

        private static String stored(Argon2Types type, Argon2Version version, int memoryKib, int length) {
            byte[] hash = Argon2Factory.createAdvanced(type)
                    .hashAdvanced(5, memoryKib, 1, "secret".getBytes(UTF_8), SALT, length, version)
                    .getRaw();
            String template =
                    Argon2Hash.of(new Argon2Cost(memoryKib, 5, 1), SALT, hash).encoded();
            String name = type.name().substring("ARGON2".length());
            return template.replace("$argon2id$v=19", "$argon2" + name + "$v=" + version.getVersion());
        }
    }

    @Nested
    class Text {

        @Test
        void that_is_no_well_formed_unicode_is_refused_and_not_repeated() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HASHER.hash("\uD800aaaa"))
                    .withMessage("the password is not well-formed Unicode");
            assertThatIllegalArgumentException().isThrownBy(() -> HASHER.verify("aaaa\uDC00", HASHER.hash("aaaa?")));
        }

        @Test
        void is_hashed_as_utf_8_without_being_cut() {
            Argon2Hash known = Argon2Hash.parse(
                            "$argon2id$v=19$m=64,t=1,p=1$" + "c29tZXNhbHRzb21lc2FsdA$" + "A".repeat(43))
                    .orElseThrow();
            byte[] expected = Argon2Factory.createAdvanced(Argon2Types.ARGON2id)
                    .rawHash(1, 64, 1, "a\0\u20AC\uD83D\uDE00".getBytes(UTF_8), SALT);

            assertThat(NativeArgon2.load().compute("a\0\u20AC\uD83D\uDE00", known))
                    .isEqualTo(expected);
        }
    }

    @Test
    void the_native_library_gives_the_answer_of_rfc_9106() {
        byte[] answer = Argon2Factory.createAdvanced(Argon2Types.ARGON2id)
                .rawHashAdvanced(
                        3, 32, 4, bytes(32, 1), bytes(16, 2), bytes(8, 3), bytes(12, 4), 32, Argon2Version.V13);

        assertThat(HexFormat.of().formatHex(answer))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
        assertThat(NativeArgon2.load()).isNotNull();
    }

    @Nested
    class Settings {

        @Test
        void below_the_minimum_of_owasp_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(Argon2idHasher.builder().memoryKib(19_455)::build)
                    .withMessageContaining("OWASP");
        }

        @Test
        void out_of_bounds_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(Argon2idHasher.builder().passes(17)::build);
            assertThatIllegalArgumentException()
                    .isThrownBy(Argon2idHasher.builder().lanes(9)::build);
            assertThatIllegalArgumentException()
                    .isThrownBy(Argon2idHasher.builder().maxParallelHashes(0)::build);
            assertThatIllegalArgumentException()
                    .isThrownBy(Argon2idHasher.builder().maxWait(Duration.ofNanos(-1))::build);
            assertThatIllegalArgumentException()
                    .isThrownBy(Argon2idHasher.builder().maxWaiting(-1)::build);
            assertThatNullPointerException()
                    .isThrownBy(() -> Argon2idHasher.builder().maxWait(null));
        }
    }

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
