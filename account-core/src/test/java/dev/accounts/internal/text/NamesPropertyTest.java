package dev.accounts.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What people write in different ways, but read as one name, is one name. */
class NamesPropertyTest {

    /** Each letter is at most four code points in any form, so that no form of twenty letters is too long. */
    private static final int LETTERS = 20;

    @Provide
    Arbitrary<String> names() {
        // Chosen with equal chances, whatever their size.
        Arbitrary<Character> letters = Arbitraries.oneOf(
                Arbitraries.chars().range('a', 'z'),
                Arbitraries.chars().range('A', 'Z'),
                Arbitraries.chars().range('\u00C0', '\u017F'),
                Arbitraries.chars().range('\u0370', '\u052F'),
                Arbitraries.chars().range('\u1E00', '\u1FFF'),
                Arbitraries.chars().range('\uAC00', '\uD7A3'),
                Arbitraries.chars().range('\uFF21', '\uFF5A'),
                Arbitraries.of('\u0130', '\u0131', '\u017F', '\u03C2', '\u212A', '_', '.', '+', '-', '@'),
                Arbitraries.of('\u0301', '\u0316', '\u0308', '\u0345'));
        return letters.list().ofMinSize(1).ofMaxSize(LETTERS).map(NamesPropertyTest::joined);
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> locals = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withChars("0123456789!#$%&'*+/=?^_`{|}~-")
                .ofMinLength(1)
                .ofMaxLength(40);
        Arbitrary<String> labels = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('\u00E0', '\u00F6')
                .withCharRange('\u03B1', '\u03C1')
                .withCharRange('\u4E00', '\u4EFF')
                .ofMinLength(1)
                .ofMaxLength(15);
        return Combinators.combine(locals, labels, Arbitraries.of("example", "ORG", "com"))
                .as((local, label, top) -> local + "@" + label + "." + top);
    }

    @Property
    void a_username_is_the_same_in_each_form_of_unicode(@ForAll("names") String name) {
        Optional<Username> username = UsernameFuzzTest.check(name);

        for (Normalizer.Form form : Normalizer.Form.values()) {
            assertThat(UsernameFuzzTest.check(Normalizer.normalize(name, form))).isEqualTo(username);
        }
        assertThat(Username.lookUpKey("\u3000" + name + " \n")).isEqualTo(Username.lookUpKey(name));
    }

    @Property
    void a_username_is_the_same_in_capitals(@ForAll("names") String name) {
        UsernameFuzzTest.check(name).ifPresent(UsernameFuzzTest::assertSameKeyInAnyCase);
    }

    @Property
    void what_is_folded_stays_folded(@ForAll String text, @ForAll("names") String name) {
        for (String given : List.of(text, name, text + name, name + text)) {
            String folded = CaseFolding.fold(given);
            assertThat(CaseFolding.fold(folded)).isEqualTo(folded);
        }
    }

    @Property
    void an_address_is_the_same_in_capitals_and_with_its_domain_in_ascii(@ForAll("addresses") String address) {
        Optional<String> key = EmailAddress.lookUpKey(address);
        Assume.that(key.isPresent());
        int at = address.indexOf('@') + 1;

        assertThat(EmailAddress.lookUpKey(address.substring(0, at).toUpperCase(Locale.ROOT) + address.substring(at)))
                .isEqualTo(key);
        assertThat(EmailAddress.lookUpKey(address.substring(0, at) + IDN.toASCII(address.substring(at))))
                .isEqualTo(key);
        assertThat(EmailAddress.lookUpKey(" " + address + "\t")).isEqualTo(key);
    }

    private static String joined(List<Character> letters) {
        StringBuilder text = new StringBuilder();
        letters.forEach(text::append);
        return text.toString();
    }
}
