package dev.accounts.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.fixture.CodesAsTexts;
import dev.accounts.model.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Bob@Example.COM, Bob@example.com, bob@example.com",
        "Bob@B\u00DCCHER.example, Bob@b\u00FCcher.example, bob@xn--bcher-kva.example",
        "bob@\uFF45xample.com, bob@\uFF45xample.com, bob@example.com",
        "bob@bu\u0308cher.example, bob@bu\u0308cher.example, bob@xn--bcher-kva.example",
        "bob@xn--bcher-kva.example, bob@xn--bcher-kva.example, bob@xn--bcher-kva.example",
        "bob@XN--STRAE-OQA.de, bob@xn--strae-oqa.de, bob@xn--strae-oqa.de",
        "bob@b\u3002com, bob@b\u3002com, bob@b.com",
        "bob@b\uFF61com, bob@b\uFF61com, bob@b.com",
        "bob@\u039F\u0394\u039F\u03A3.example, bob@\u03BF\u03B4\u03BF\u03C3.example, bob@xn--pxavbq.example",
        "b@[::FFFF:10.0.0.1], b@[::ffff:10.0.0.1], b@[::ffff:10.0.0.1]"
    })
    void the_domain_is_in_lower_case_and_the_key_besides_in_ascii(String given, String address, String key) {
        assertThat(EmailAddress.parse(given)).contains(new EmailAddress(address, Optional.of(key)));
    }

    /** Mail servers read all of them as one mailbox (RFC 5321, 4.1.2). */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "\"bob\"@x.org, bob@x.org",
                "\"\\b\\o\\b\"@x.org, bob@x.org",
                "\"B.ob\"@x.org, b.ob@x.org",
                "\"b\\ o\\b\"@x.org, \"b\\ ob\"@x.org",
                "\"b..ob\"@x.org, \"b..ob\"@x.org",
                "\"\\\"bob\\\"\"@x.org, \"\\\"bob\\\"\"@x.org",
                "\"\\\\b\"@x.org, \"\\\\b\"@x.org",
                "\"\"@x.org, \"\"@x.org"
            })
    void quotes_that_are_not_needed_are_not_in_the_key(String given, String key) {
        assertThat(EmailAddress.parse(given)).contains(new EmailAddress(given, Optional.of(key)));
        assertThat(EmailAddress.parse(key)).contains(new EmailAddress(key, Optional.of(key)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"stra\u00DFe.de", "\u03BF\u03B4\u03BF\u03C2.example", "a\u200Cb.example", "a\u200Db.example"})
    void a_domain_that_older_and_newer_mail_servers_read_differently_is_none(String domain) {
        assertThat(codes("bob@" + domain)).containsExactly("invalid");
    }

    @Test
    void no_character_that_shows_nothing_is_in_a_domain() {
        String invisible = "\u00AD\u034F\u1806\u180B\u180C\u180D\u200B\u200C\u200D\u2060\uFEFF"
                + "\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0"
                + IntStream.rangeClosed(0xFE00, 0xFE0F)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());

        assertThat(invisible.codePoints()).hasSize(34).allSatisfy(codePoint -> {
            assertThat(codes("bob@x.com" + Character.toString(codePoint))).containsExactly("invalid");
            assertThat(codes("bob@x" + Character.toString(codePoint) + "y.com")).containsExactly("invalid");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2024", "\u2488", "\u249B", "\u33C2", "\u33D8", "\uFE52"})
    void a_character_that_only_looks_like_a_dot_or_holds_one_is_not_in_a_domain(String dot) {
        assertThat(codes("bob@" + dot + "x.com")).containsExactly("invalid");
        assertThat(codes("bob@x" + dot + "com")).containsExactly("invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\t"})
    void a_blank_address_is_none(String blank) {
        Violations violations = violations();

        assertThat(EmailAddress.check(violations, blank)).contains(EmailAddress.NONE);
        assertThat(violations.has("email")).isFalse();
    }

    @Test
    void white_space_around_is_removed_first() {
        assertThat(EmailAddress.check(violations(), " \u00A0b@c.de\n"))
                .map(EmailAddress::address)
                .contains("b@c.de");
    }

    @Test
    void length_is_counted_in_code_points_up_to_254() {
        String domain = "@" + ("d".repeat(60) + ".").repeat(3) + "example";
        String longest = "a".repeat(254 - domain.length()) + domain;

        assertThat(codes(longest)).isEmpty();
        assertThat(codes("a" + longest)).containsExactly("too_long");
        assertThat(codes("a".repeat(2000) + "@example.com")).containsExactly("too_long");
        assertThat(codes("a".repeat(1016 - 12) + "@example.com")).containsExactly("too_long");
        assertThat(codes("a".repeat(1016 - 12) + " example.com")).containsExactly("too_long", "invalid");
    }

    @Test
    void an_internationalised_domain_must_fit_into_the_domain_name_system() {
        assertThat(EmailAddress.parse("b@" + "\u00E9.".repeat(31) + "comxx")).isPresent();
        assertThat(EmailAddress.parse("b@" + "\u00E9.".repeat(31) + "comxxx")).isEmpty();
    }

    @Test
    void every_problem_is_reported_in_the_recorded_order() {
        assertThat(codes("\0")).containsExactly("null_characters", "invalid");
        assertThat(codes("b\uD800@c.de")).containsExactly("malformed_unicode", "invalid");
        assertThat(codes("b@c")).containsExactly("invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1.2.3.4]",
                "[255.255.255.255]",
                "[0.0.0.0]",
                "[::]",
                "[::1]",
                "[1::]",
                "[1:2:3:4:5:6:7:8]",
                "[1:2:3:4:5:6:1.2.3.4]",
                "[::1.2.3.4]",
                "[1::1.2.3.4]",
                "[fe80::ABCD]",
                "[1:2:3:4:5:6:7::]"
            })
    void an_ip_address_in_brackets_is_a_domain(String literal) {
        assertThat(IpLiteral.matches(literal)).isTrue();
        assertThat(EmailAddress.parse("b@" + literal)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3.4",
                "[1.2.3]",
                "[1.2.3.256]",
                "[01.2.3.4]",
                "[1.2.3.4.5]",
                "[]",
                "[:]",
                "[:::]",
                "[::1::]",
                "[1:2:3:4:5:6:7]",
                "[1:2:3:4:5:6:7:8:9]",
                "[1:2:3:4::5:6:7:8]",
                "[12345::]",
                "[1:2:3:4:5:6:7:1.2.3.4]",
                "[g::]",
                "[1.2.3.4::]",
                "[:1]",
                "[1:]",
                "[::1.2.3.4:1]",
                "[1::2::]",
                "[IPv6:::1]",
                "[:::1.2.3.4]"
            })
    void anything_else_in_brackets_is_none(String literal) {
        assertThat(IpLiteral.matches(literal)).isFalse();
    }

    private static List<String> codes(String given) {
        Violations found = violations();
        Optional<EmailAddress> email = EmailAddress.check(found, given);
        assertThat(email.isPresent()).isEqualTo(!found.has("email"));
        return email.isPresent()
                ? List.of()
                : found.refusal().violations().stream().map(Violation::code).toList();
    }

    private static Violations violations() {
        return new Violations(CodesAsTexts.messages(), List.of());
    }
}
