package dev.accounts.spi.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AesGcmTest {

    private static final byte[] OLD_KEY = "a key of 16 byte".getBytes(US_ASCII);
    private static final byte[] NEW_KEY = "another key, this one of 32 byte".getBytes(US_ASCII);
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    private final AesGcm old = new AesGcm("2025", Map.of("2025", OLD_KEY));
    private final AesGcm rotated = new AesGcm("2026", Map.of("2026", NEW_KEY, "2025", OLD_KEY));

    @Test
    void what_is_encrypted_is_decrypted_in_its_context_only() {
        String stored = rotated.encrypt(SECRET, "user 1");

        assertThat(rotated.decrypt(stored, "user 1")).contains(SECRET);
        assertThat(rotated.decrypt(stored, "user 2")).isEmpty();
    }

    @Test
    void the_same_secret_never_looks_the_same() {
        assertThat(old.encrypt(SECRET, "")).isNotEqualTo(old.encrypt(SECRET, ""));
    }

    @Test
    void a_former_key_still_decrypts_and_is_told_from_the_current_one() {
        String stored = old.encrypt(SECRET, "");

        assertThat(rotated.decrypt(stored, "")).contains(SECRET);
        assertThat(rotated.isCurrent(stored)).isFalse();
        assertThat(rotated.isCurrent(rotated.encrypt(SECRET, ""))).isTrue();
    }

    @Test
    void an_unknown_key_or_another_one_of_the_same_id_decrypts_nothing() {
        assertThat(old.decrypt(rotated.encrypt(SECRET, ""), "")).isEmpty();
        assertThat(new AesGcm("2025", Map.of("2025", NEW_KEY)).decrypt(old.encrypt(SECRET, ""), ""))
                .isEmpty();
    }

    @Test
    void no_altered_text_is_decrypted() {
        String stored = old.encrypt(SECRET, "");
        for (int i = 0; i < stored.length(); i++) {
            char other = stored.charAt(i) == 'A' ? 'B' : 'A';
            String altered = stored.substring(0, i) + other + stored.substring(i + 1);
            assertThat(old.decrypt(altered, "")).as(altered).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "2025", "2025.", "2025.AAAA", "2025.AAAAAAAAAAAAAAAA", "2025.****", "AAAA"})
    void other_texts_are_not_decrypted(String text) {
        assertThat(old.decrypt(text, "")).isEmpty();
    }

    @Test
    void bad_keys_are_named_and_not_shown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AesGcm("2026", Map.of("2025", OLD_KEY)))
                .withMessage("no key has the id of the current one: 2026");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AesGcm("a.b", Map.of("a.b", OLD_KEY)))
                .withMessageContaining("a.b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AesGcm("a", Map.of("a", "secret".getBytes(US_ASCII))))
                .withMessage("a key has 16, 24 or 32 bytes, but a has 6");
        assertThat(rotated.toString()).contains("2026").doesNotContain("another key");
    }
}
