package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.OneTimeToken;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleNotifierTest {

    private final ConsoleNotifier notifier = new ConsoleNotifier("https://example.org");

    @Test
    void a_message_is_one_line_even_if_the_address_has_control_characters() {
        var message = new AccountMessage(
                1, Kind.PASSWORD_CHANGED, 1, "ana", "a\r\nb\u001B[2J\u2028\u202Ec@example.org", Optional.empty());

        assertThat(notifier.text(message)).isEqualTo("To ana <a??b?[2J??c@example.org>: your password was changed");
    }

    @Test
    void a_recipient_who_did_not_register_is_told_to_do_nothing() {
        var token = new OneTimeToken("MQ", "0123456789".repeat(4), Instant.EPOCH);
        var message = new AccountMessage(1, Kind.VERIFY_EMAIL, 1, "ana", "bob@example.org", Optional.of(token));

        assertThat(notifier.text(message))
                .contains("account ana", "if you did not ask for this, do nothing")
                .endsWith(" https://example.org/#verify=MQ." + token.value());
    }

    @Test
    void a_link_for_a_username_names_the_present_one() {
        var token = new OneTimeToken("MQ", "0123456789".repeat(4), Instant.EPOCH);
        var message = new AccountMessage(1, Kind.RESET_USERNAME, 1, "ana", "ana@example.org", Optional.of(token));

        assertThat(notifier.text(message))
                .contains("another username than ana")
                .endsWith(" https://example.org/#username=MQ." + token.value());
    }
}
