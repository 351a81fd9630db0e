package dev.accounts.testkit.internal;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.OneTimeToken;
import dev.accounts.spi.AccountNotifier;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** The messages of a fixture to its own users, and the one-time links in them. */
public record Mail(AccountsFixture fixture) {

    /** Each message as {@code kind to address}. */
    public static List<String> lines(List<AccountMessage> messages) {
        return messages.stream()
                .map(message -> message.kind() + " to " + message.address())
                .toList();
    }

    /** The line of a message to the address that the fixture gives a name. */
    public String line(Kind kind, String name) {
        return kind + " to " + fixture.email(name);
    }

    /** Delivers what is due, also for other tests; returns the messages to this test's users, in order. */
    public List<AccountMessage> deliver() {
        List<AccountMessage> delivered = new CopyOnWriteArrayList<>();
        deliver(delivered::add);
        return delivered;
    }

    /** Delivers what waits; returns the kinds of the messages. */
    public List<Kind> kinds() {
        return deliver().stream().map(AccountMessage::kind).toList();
    }

    public void deliver(AccountNotifier notifier) {
        fixture.maintenance().deliver(own(notifier), Integer.MAX_VALUE);
    }

    /** Passes on the messages to this test's users and drops all others. */
    public AccountNotifier own(AccountNotifier notifier) {
        return message -> {
            if (message.address().toLowerCase(Locale.ROOT).contains(fixture.unique(""))) {
                notifier.send(message);
            }
        };
    }

    /** Delivers what is due; returns the messages to one user. */
    public List<AccountMessage> to(long userId) {
        return deliver().stream().filter(message -> message.userId() == userId).toList();
    }

    /** Delivers what is due; returns the newest link to a user. */
    public OneTimeToken link(long userId) {
        return to(userId).stream()
                .flatMap(message -> message.token().stream())
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("there is no link"));
    }

    /** Delivers what is due; returns the one link of the kind among it. */
    public OneTimeToken link(Kind kind) {
        List<OneTimeToken> links = deliver().stream()
                .filter(message -> message.kind() == kind)
                .map(message -> message.token().orElseThrow())
                .toList();
        if (links.size() != 1) {
            throw new AssertionError("expected one link of " + kind + " but got " + links.size());
        }
        return links.get(0);
    }

    /** Requests a link that resets the password of a user. */
    public OneTimeToken resetLink(String name) {
        fixture.service().passwords().requestReset(fixture.email(name));
        return link(Kind.RESET_PASSWORD);
    }

    public void reset(OneTimeToken link, String password) {
        fixture.service().passwords().reset(link.uid(), link.value(), password);
    }

    /** Requests a link that verifies the address of a user. */
    public OneTimeToken verificationLink(String name) {
        fixture.service().emails().requestVerification(fixture.email(name));
        return link(Kind.VERIFY_EMAIL);
    }

    public void confirm(OneTimeToken link) {
        fixture.service().emails().confirm(link.uid(), link.value());
    }
}
