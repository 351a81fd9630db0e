package dev.accounts.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.fixture.CodesAsTexts;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is stored is accepted when it comes back, and stays as it is: for every code point. */
class StoredFormsTest {

    @Test
    void of_usernames() {
        assertStays(
                character -> "a" + character + "b",
                (violations, given) -> Username.check(violations, Username.FIELD, given));
    }

    @Test
    void of_usernames_of_one_letter() {
        assertStays(character -> character, (violations, given) -> Username.check(violations, Username.FIELD, given));
    }

    @Test
    void of_addresses() {
        assertStays(character -> "bob@a" + character + "b.example", EmailAddress::check);
        assertStays(character -> "a" + character + "b@example.org", EmailAddress::check);
    }

    @Test
    void of_towns() {
        assertStays(character -> character + "ville", (violations, given) -> {
            String name = TextForm.checkName(violations, "name", given, 255);
            return violations.has("name") ? Optional.empty() : Optional.of(new Username(name, name));
        });
    }

    private static void assertStays(
            UnaryOperator<String> text, BiFunction<Violations, String, Optional<? extends Record>> check) {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(codePoint -> text.apply(Character.toString(codePoint)))
                        .filter(given -> check.apply(violations(), given)
                                .filter(stored -> !check.apply(violations(), shown(stored))
                                        .equals(Optional.of(stored)))
                                .isPresent())
                        .toList())
                .isEmpty();
    }

    private static String shown(Record stored) {
        return stored instanceof EmailAddress email ? email.address() : ((Username) stored).display();
    }

    private static Violations violations() {
        return new Violations(CodesAsTexts.messages(), List.of());
    }
}
