package dev.accounts.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.accounts.BadInput;
import dev.accounts.fixture.CodesAsTexts;
import dev.accounts.fixture.FuzzText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class UsernameFuzzTest {

    /** Letters that keep their own case folding: i with and without a dot. */
    private static final String DOTTED_AND_DOTLESS = "\u0130\u0131\u0307";

    static Stream<byte[]> bad_names() {
        return BadInput.seeds("username");
    }

    @MethodSource("bad_names")
    @FuzzTest
    void a_name_has_one_stored_form_and_one_key(byte[] input) {
        String given = FuzzText.of(input);
        Optional<String> lookUpKey = Username.lookUpKey(given);

        check(given).ifPresent(name -> {
            assertStorable(name);
            assertThat(check(name.display())).contains(name);
            assertThat(lookUpKey).contains(name.key());
            assertThat(CaseFolding.fold(name.key())).isEqualTo(name.key());
            assertSameKeyInAnyCase(name);
        });
    }

    private static void assertStorable(Username name) {
        assertThat(name.display().codePointCount(0, name.display().length())).isBetween(1, 150);
        assertThat(name.key().length()).isBetween(1, 600);
        assertThat(Texts.isWellFormed(name.display())).isTrue();
        assertThat(Texts.isWellFormed(name.key())).isTrue();
        assertThat(name.display()).doesNotContainPattern("[\\s\\p{Z}\\p{C}]");
    }

    static void assertSameKeyInAnyCase(Username name) {
        if (name.display().chars().noneMatch(c -> DOTTED_AND_DOTLESS.indexOf(c) >= 0)) {
            for (IntStream other : List.of(
                    name.display().codePoints().map(Character::toUpperCase),
                    name.display().codePoints().map(Character::toLowerCase))) {
                assertThat(CaseFolding.fold(text(other))).isEqualTo(name.key());
            }
        }
    }

    private static String text(IntStream codePoints) {
        return codePoints
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static Optional<Username> check(String name) {
        Violations violations = new Violations(CodesAsTexts.messages(), List.of());
        Optional<Username> accepted = Username.check(violations, Username.FIELD, name);
        assertThat(violations.has(Username.FIELD)).isEqualTo(accepted.isEmpty());
        return accepted;
    }
}
