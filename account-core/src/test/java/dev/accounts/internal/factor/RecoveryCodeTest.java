package dev.accounts.internal.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void has_120_bits_in_groups_and_is_never_the_same() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String value = RecoveryCode.next(random).value();
            assertThat(value).matches("([a-z2-7]{4}-){5}[a-z2-7]{4}");
            codes.add(value);
        }

        assertThat(codes).hasSize(1000);
    }

    @Test
    void is_found_however_it_is_typed() {
        RecoveryCode code = RecoveryCode.next(random);

        assertThat(RecoveryCode.digest(code.value())).contains(code.digest());
        assertThat(RecoveryCode.digest(code.value().toUpperCase(Locale.ROOT))).contains(code.digest());
        assertThat(RecoveryCode.digest(code.value().replace("-", ""))).contains(code.digest());
        assertThat(RecoveryCode.digest(" " + code.value().replace("-", " - ") + "\n"))
                .contains(code.digest());
        assertThat(RecoveryCode.next(random).digest()).isNotEqualTo(code.digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "abcd", "abcd-efgh-ijkl-mnop-qrst-uvw1", "abcd-efgh-ijkl-mnop-qrst-uvwx-y"})
    void other_texts_are_none(String text) {
        assertThat(RecoveryCode.digest(text)).isEmpty();
    }

    @Test
    void a_long_text_is_refused_unread() {
        assertThat(RecoveryCode.digest(" ".repeat(97))).isEmpty();
    }

    @Test
    void is_not_printed() {
        RecoveryCode code = RecoveryCode.next(random);

        assertThat(code).hasToString("RecoveryCode[***]");
    }
}
