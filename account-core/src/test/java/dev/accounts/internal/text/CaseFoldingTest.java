package dev.accounts.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.internal.rules.CommonPasswords;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@Isolated
class CaseFoldingTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr-TR");

    @Test
    void folding_twice_changes_nothing_more_for_any_code_point() {
        assertThat(codePoints()
                        .filter(c -> {
                            String folded = CaseFolding.fold(Character.toString(c));
                            return !CaseFolding.fold(folded).equals(folded);
                        })
                        .mapToObj(CaseFoldingTest::named))
                .isEmpty();
    }

    @Test
    void upper_and_lower_case_of_any_code_point_are_equal() {
        assertThat(codePoints()
                        .filter(c -> c != 0x130 && c != 0x131)
                        .filter(c -> !fold(Character.toUpperCase(c)).equals(fold(c))
                                || !fold(Character.toLowerCase(c)).equals(fold(c)))
                        .mapToObj(CaseFoldingTest::named))
                .isEmpty();
    }

    @Test
    void compatibility_forms_of_any_code_point_are_equal() {
        assertThat(codePoints()
                        .filter(c -> !CaseFolding.fold(
                                        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC))
                                .equals(fold(c)))
                        .mapToObj(CaseFoldingTest::named))
                .isEmpty();
    }

    @Test
    void the_dotless_i_and_the_dotted_capital_are_no_plain_i() {
        assertThat(List.of("i", "I", "\uFF49", "\u2160"))
                .extracting(CaseFolding::fold)
                .containsOnly("i");
        assertThat(CaseFolding.fold("m\u0131ke"))
                .isNotEqualTo(CaseFolding.fold("mike"))
                .isEqualTo("m\u0131ke");
        assertThat(CaseFolding.fold("\u0130nan"))
                .isNotEqualTo(CaseFolding.fold("inan"))
                .isEqualTo("i\u0307nan");
    }

    @Test
    void sharp_s_is_not_ss() {
        assertThat(CaseFolding.fold("stra\u00DFe")).isNotEqualTo(CaseFolding.fold("STRASSE"));
        assertThat(CaseFolding.fold("STRA\u1E9EE")).isEqualTo(CaseFolding.fold("stra\u00DFe"));
    }

    @Test
    void letters_with_several_small_forms_are_equal() {
        assertThat(List.of("\u03A3", "\u03C3", "\u03C2"))
                .extracting(CaseFolding::fold)
                .containsOnly("\u03C3");
        assertThat(List.of("K", "k", "\u212A")).extracting(CaseFolding::fold).containsOnly("k");
        assertThat(List.of("s", "S", "\u017F")).extracting(CaseFolding::fold).containsOnly("s");
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void the_default_locale_changes_nothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(TURKISH);

            assertThat(CaseFolding.fold("TITLE")).isEqualTo("title");
            assertThat(CaseFolding.lower("TITLE")).isEqualTo("title");
            assertThat(EmailAddress.parse("A@INFO.COM").orElseThrow().address()).isEqualTo("A@info.com");
            assertThat(CommonPasswords.contains("ILOVEYOU")).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static IntStream codePoints() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.PRIVATE_USE)
                .filter(c -> !Texts.isSurrogate(c));
    }

    private static String fold(int codePoint) {
        return CaseFolding.fold(Character.toString(codePoint));
    }

    private static String named(int codePoint) {
        return "U+%04X %s".formatted(codePoint, Character.getName(codePoint));
    }
}
