package dev.accounts.internal.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CommonPasswordsTest {

    private static final int FULLWIDTH = 0xFEE0;

    @Test
    void every_line_of_the_list_is_found_in_any_spelling() throws IOException {
        List<String> list = list();
        List<String> longEnough =
                list.stream().filter(line -> line.length() >= 8).toList();

        assertThat(longEnough).hasSizeGreaterThan(4000).allSatisfy(line -> {
            assertThat(CommonPasswords.contains(line)).isTrue();
            assertThat(CommonPasswords.contains(line.toUpperCase(Locale.ROOT))).isTrue();
            assertThat(CommonPasswords.contains(" \t" + line + "\u00A0\u3000\n"))
                    .isTrue();
            assertThat(CommonPasswords.contains(fullwidth(line))).isTrue();
        });
    }

    /** What docs/security.md says of OWASP ASVS 5.0, 6.2.4, which asks for 3,000 that fit the policy. */
    @Test
    void the_list_has_as_many_that_fit_a_minimum_length_as_is_claimed() throws IOException {
        List<String> list = list();

        assertThat(list).hasSize(19_727);
        assertThat(Stream.of(8, 9, 10, 15)
                        .map(minimum -> list.stream()
                                .filter(line -> line.length() >= minimum && !line.matches("\\d+"))
                                .count()))
                .containsExactly(8_017L, 3_753L, 1_756L, 33L);
    }

    @Test
    void other_passwords_are_not_found() {
        assertThat(List.of("", " ", "xK9#mQ2z", "pass word", "passwordx", "\u200Bpassword", "aaaaaaaaaaaaaaaa"))
                .noneMatch(CommonPasswords::contains);
    }

    @Test
    void the_dotted_capital_i_is_no_plain_one() {
        assertThat(CommonPasswords.contains("ILOVEYOU")).isTrue();
        assertThat(CommonPasswords.contains("\u0130LOVEYOU")).isFalse();
    }

    private static String fullwidth(String line) {
        return line.codePoints()
                .map(c -> c > ' ' && c < 0x7F ? c + FULLWIDTH : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<String> list() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(CommonPasswords.class.getResourceAsStream("common-passwords.txt.gz")), UTF_8))) {
            return lines.lines().toList();
        }
    }
}
