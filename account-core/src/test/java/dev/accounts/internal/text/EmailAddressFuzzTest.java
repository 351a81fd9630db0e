package dev.accounts.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.accounts.BadInput;
import dev.accounts.fixture.CodesAsTexts;
import dev.accounts.fixture.FuzzText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class EmailAddressFuzzTest {

    static Stream<byte[]> bad_addresses() {
        return BadInput.seeds("email");
    }

    @MethodSource("bad_addresses")
    @FuzzTest
    void an_address_has_one_stored_form_and_one_key(byte[] input) {
        String given = FuzzText.of(input);
        Optional<String> lookUpKey = EmailAddress.lookUpKey(given);

        Optional<EmailAddress> accepted = check(given);
        if (accepted.isPresent() && !accepted.get().equals(EmailAddress.NONE)) {
            EmailAddress email = accepted.get();
            String key = email.key().orElseThrow();
            assertStorable(email.address(), key);
            assertThat(check(email.address())).contains(email);
            assertThat(lookUpKey).contains(key);
            assertThat(EmailAddress.parse(key).flatMap(EmailAddress::key)).contains(key);
            assertThat(EmailAddress.lookUpKey(asciiUpperCase(email.address()))).contains(key);
        }
    }

    private static void assertStorable(String address, String key) {
        assertThat(address.codePointCount(0, address.length())).isBetween(3, 254);
        assertThat(key.length()).isBetween(3, 1020);
        // A line break would end the header of a mail.
        assertThat(address).doesNotContain("\r", "\n", "\0").contains("@");
        assertThat(key).matches("[\\x01-\\x7F]+@[0-9a-z.:\\[\\]-]{1,253}");
    }

    private static String asciiUpperCase(String address) {
        return address.chars().allMatch(c -> c < 0x80) ? address.toUpperCase(Locale.ROOT) : address;
    }

    private static Optional<EmailAddress> check(String address) {
        Violations violations = new Violations(CodesAsTexts.messages(), List.of());
        Optional<EmailAddress> accepted = EmailAddress.check(violations, address);
        assertThat(violations.has(EmailAddress.FIELD)).isEqualTo(accepted.isEmpty());
        return accepted;
    }
}
