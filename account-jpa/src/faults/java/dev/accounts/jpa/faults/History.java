package dev.accounts.jpa.faults;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that was asked and answered about one account, and the states that it may be in: one after an answer, two while an answer is
 * missing. One client at a time uses an account. Thread-safe.
 */
final class History {

    /** What became of an operation. */
    enum Answer {
        DONE,
        REFUSED,
        UNKNOWN
    }

    private static final int FREE_REQUESTS = 2;
    private static final int PASSWORDS = 5;
    private static final int TOKENS = 40;

    private final String account;
    private final Set<String> passwords = new LinkedHashSet<>();
    private final Set<String> tokens = new LinkedHashSet<>();
    private List<Long> towns = List.of();
    private Set<State> possible = Set.of(State.NONE);
    private @Nullable Operation open;
    private @Nullable State beforeDoubt;
    private boolean touched = true;
    private int requests;
    private boolean mailed;
    private boolean mailOwed;

    History(String account) {
        this.account = account;
    }

    String account() {
        return account;
    }

    synchronized void begin(Operation operation) {
        touched = true;
        open = operation;
        switch (operation.kind()) {
            case REGISTER -> {
                passwords.add(operation.wanted());
                towns = Stream.of(operation.given().split(","))
                        .map(Long::valueOf)
                        .sorted()
                        .toList();
            }
            case CHANGE, RESET -> {
                passwords.add(operation.wanted());
                // A new password makes a link for the former one useless.
                mailOwed = false;
            }
            case REQUEST -> {
                requests++;
                mailed = false;
            }
            default -> {}
        }
    }

    synchronized void end(Answer answer, String value) {
        Operation asked = open;
        if (asked == null) {
            throw new IllegalStateException("an answer without a question about " + account);
        }
        switch (answer) {
            case DONE -> done(asked, value);
            case UNKNOWN -> doubt(asked);
            case REFUSED -> {}
        }
        open = null;
    }

    private void done(Operation asked, String value) {
        possible = after(asked, value);
        if (asked.kind() == Operation.Kind.LOGIN) {
            tokens.add(value);
        }
        // Further requests for an address may bring no mail. Another client may have delivered it already.
        mailOwed |= asked.kind() == Operation.Kind.REQUEST && requests <= FREE_REQUESTS && !mailed;
    }

    private void doubt(Operation asked) {
        beforeDoubt = possible.iterator().next();
        possible = Stream.concat(possible.stream(), after(asked, Operation.NOTHING).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<State> after(Operation asked, String value) {
        return possible.stream().map(state -> asked.after(state, value)).collect(Collectors.toUnmodifiableSet());
    }

    synchronized void mailed() {
        mailed = true;
        mailOwed = false;
    }

    /** The client is dead: an operation that it did not see the end of may have happened. */
    synchronized void abandon() {
        if (open != null) {
            end(Answer.UNKNOWN, Operation.NOTHING);
        }
    }

    /** The state, if there is no doubt. */
    synchronized Optional<State> certain() {
        return open == null && possible.size() == 1 ? possible.stream().findFirst() : Optional.empty();
    }

    synchronized Set<State> possible() {
        return possible;
    }

    /** From now on it is in the state that the database shows. */
    synchronized void settle(State observed) {
        possible = Set.of(observed);
        beforeDoubt = null;
        touched = false;
    }

    /** The state before an operation whose outcome is unknown, if there was one. */
    synchronized Optional<State> beforeDoubt() {
        return Optional.ofNullable(beforeDoubt);
    }

    synchronized boolean isTouched() {
        return touched;
    }

    /** Whether a link was asked for that nobody has received. */
    synchronized boolean isMailOwed() {
        return mailOwed;
    }

    /** The passwords of all possible states, and former ones. */
    synchronized Set<String> passwords() {
        return latest(passwords, PASSWORDS, possible.stream().map(State::password));
    }

    /** The tokens of all possible states, and former ones. */
    synchronized Set<String> tokens() {
        return latest(tokens, TOKENS, possible.stream().flatMap(state -> state.tokens().stream()));
    }

    private static Set<String> latest(Set<String> all, int most, Stream<String> possible) {
        return Stream.concat(all.stream().skip(Math.max(0, all.size() - most)), possible)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    synchronized List<Long> towns() {
        return towns;
    }
}
