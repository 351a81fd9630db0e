package dev.accounts.internal.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    /** The seed of the vectors in RFC 4226, appendix D, and in RFC 6238, appendix B. */
    private static final byte[] SEED = "12345678901234567890".getBytes(US_ASCII);

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:15Z");
    private static final long STEP = NOW.getEpochSecond() / 30;
    private static final long NEVER = -1;

    private static OptionalLong step(String code, long lastUsed) {
        return Totp.step(SEED, code, NOW, lastUsed);
    }

    private static String code(long step) {
        return Totp.code(SEED, step);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489"
    })
    void codes_are_those_of_rfc_4226(long counter, String code) {
        assertThat(code(counter)).isEqualTo(code);
    }

    /** The last six of the eight digits there. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_rfc_6238(long second, String code) {
        assertThat(Totp.step(SEED, code, Instant.ofEpochSecond(second), NEVER)).hasValue(second / 30);
    }

    @Test
    void a_code_is_good_one_step_early_or_late() {
        for (long step = STEP - 1; step <= STEP + 1; step++) {
            assertThat(step(code(step), NEVER)).hasValue(step);
        }
        assertThat(step(code(STEP - 2), NEVER)).isEmpty();
        assertThat(step(code(STEP + 2), NEVER)).isEmpty();
    }

    @Test
    void a_code_is_good_once_and_no_earlier_one_after_it() {
        assertThat(step(code(STEP), STEP)).isEmpty();
        assertThat(step(code(STEP - 1), STEP)).isEmpty();
        assertThat(step(code(STEP + 1), STEP)).hasValue(STEP + 1);
    }

    @Test
    void white_space_that_an_app_shows_does_not_count() {
        String code = code(STEP);

        assertThat(step(code.substring(0, 3) + " " + code.substring(3), NEVER)).hasValue(STEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00000000", "abcdef", "-12345", "\u0661\u0662\u0663\u0664\u0665\u0666"})
    void other_texts_are_wrong(String text) {
        assertThat(step(text, NEVER)).isEmpty();
    }

    @Test
    void a_code_of_another_seed_is_wrong() {
        byte[] other = SEED.clone();
        other[0]++;

        assertThat(Totp.step(other, code(STEP), NOW, NEVER)).isEmpty();
    }

    @Test
    void seeds_have_160_bits_and_differ() {
        SecureRandom random = new SecureRandom();
        Set<String> seeds = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            byte[] seed = Totp.newSeed(random);
            assertThat(seed).hasSize(20);
            seeds.add(Base32.encode(seed));
        }

        assertThat(seeds).hasSize(1000);
    }
}
