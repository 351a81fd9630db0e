package dev.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.accounts.fixture.FuzzText;
import dev.accounts.fixture.JsonResources;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class DjangoHashFuzzTest {

    /** Hashes that are computed within a few milliseconds. */
    private static final Pattern CHEAP = Pattern.compile(
            "pbkdf2_sha\\d+\\$\\d{1,3}\\$.*|bcrypt(_sha256)?\\$\\$2.\\$0[45].*|"
                    + "scrypt\\$\\d{1,2}\\$[^$]+\\$\\d\\$\\d\\$.*",
            Pattern.DOTALL);

    static Stream<byte[]> recorded_hashes() {
        return JsonResources.object("django-hashes.json").getAsJsonArray("vectors").asList().stream()
                .map(vector -> vector.getAsJsonObject().get("encoded").getAsString())
                .map(FuzzText::bytes);
    }

    @MethodSource("recorded_hashes")
    @FuzzTest
    void a_stored_value_is_refused_or_bounded_and_computable(byte[] input) {
        String stored = FuzzText.of(input);

        assertThat(DjangoPasswordHasher.computes(stored)).isTrue();
        boolean read = DjangoHash.parse(stored).isPresent();
        if (read) {
            assertThat(stored.length()).isLessThanOrEqualTo(Argon2Hash.MAX_LENGTH);
            assertThat(Argon2Hash.parse(stored)).isEmpty();
        }
        boolean argon2 = Argon2Hash.parse(stored.startsWith("argon2") ? stored.substring("argon2".length()) : stored)
                .isPresent();
        assertThat(DjangoPasswordHasher.reads(stored)).isEqualTo(read || argon2);
        if (CHEAP.matcher(stored).matches()) {
            DjangoHash.parse(stored)
                    .ifPresent(hash -> assertThat(hash.verifies("another password\uD83D\uDE00"))
                            .isEqualTo(hash.verifies("another password\uD83D\uDE00")));
        }
    }
}
