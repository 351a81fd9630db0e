package dev.accounts.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.accounts.fixture.FuzzText;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class Argon2HashFuzzTest {

    private static final String SALT_AND_HASH = "$c29tZXNhbHQxMjM0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    static Stream<byte[]> hashes() {
        return Stream.of(
                        "$argon2id$v=19$m=19456,t=2,p=1" + SALT_AND_HASH,
                        "$argon2i$m=8,t=1,p=1" + SALT_AND_HASH,
                        "$argon2d$v=16$m=262144,t=016,p=8" + SALT_AND_HASH,
                        "$argon2id$v=19$m=9999999,t=999,p=999" + SALT_AND_HASH,
                        "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAB$AAAAAAAAAAAAAAAAAAAAAB")
                .map(hash -> hash.getBytes(UTF_8));
    }

    @MethodSource("hashes")
    @FuzzTest
    void a_stored_value_is_refused_or_bounded_and_written_again(byte[] input) {
        String stored = FuzzText.of(input);

        Argon2Hash.parse(stored).ifPresent(hash -> {
            assertBounded(stored, hash);
            String encoded = hash.encoded();
            Argon2Hash again = Argon2Hash.parse(encoded).orElseThrow();
            assertThat(encoded.length()).isLessThanOrEqualTo(Argon2Hash.MAX_LENGTH);
            assertThat(again.encoded()).isEqualTo(encoded);
            assertThat(again.type()).isEqualTo(hash.type());
            assertThat(again.version()).isEqualTo(hash.version());
            assertThat(again.cost()).isEqualTo(hash.cost());
            assertThat(again.salt()).isEqualTo(hash.salt());
        });
    }

    private static void assertBounded(String stored, Argon2Hash hash) {
        assertThat(stored.length()).isLessThanOrEqualTo(Argon2Hash.MAX_LENGTH);
        assertThat(hash.cost().memoryKib()).isBetween(8 * hash.cost().lanes(), 262_144);
        assertThat(hash.cost().passes()).isBetween(1, 16);
        assertThat(hash.cost().lanes()).isBetween(1, 8);
        assertThat(hash.salt().length).isBetween(8, 64);
        assertThat(hash.hashLength()).isBetween(16, 64);
    }
}
