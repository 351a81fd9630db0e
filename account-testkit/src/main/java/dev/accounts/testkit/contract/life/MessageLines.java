package dev.accounts.testkit.contract.life;

import dev.accounts.model.AccountMessage;
import java.util.List;

/** Messages in one line each, for comparison. */
final class MessageLines {

    private MessageLines() {}

    /** Each message as {@code kind to address}. */
    static List<String> of(List<AccountMessage> messages) {
        return messages.stream()
                .map(message -> message.kind() + " to " + message.address())
                .toList();
    }
}
