package dev.accounts.internal.text;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.ViolationMessages;
import java.util.List;
import java.util.Optional;

/**
 * Converts usernames and addresses to the form in which they are stored, by the rules of a registration. It serves code that
 * imports accounts from other systems. Thread-safe.
 */
public final class AccountNames {

    private static final ViolationMessages UNREAD = ViolationMessages.english();

    private AccountNames() {}

    /**
     * A name or an address in the form in which it is stored.
     *
     * @param shown the form that people see
     * @param key the key that makes it unique: equal for all forms that differ only in case or Unicode form
     */
    public record Name(String shown, String key) {

        /**
         * Checks that no component is null.
         *
         * @throws NullPointerException if a component is null
         */
        public Name {
            requireNonNull(shown, "shown");
            requireNonNull(key, "key");
        }
    }

    /**
     * Converts a username to the stored form.
     *
     * @param given the name in any form
     * @return the name; empty if no account can have it
     */
    public static Optional<Name> username(String given) {
        return Username.check(violations(), Username.FIELD, requireNonNull(given, "given"))
                .map(username -> new Name(username.display(), username.key()));
    }

    /**
     * Converts an address to the stored form.
     *
     * @param given the address in any form
     * @return the address; empty if the text is blank or not an address
     */
    public static Optional<Name> email(String given) {
        return EmailAddress.check(violations(), requireNonNull(given, "given"))
                .flatMap(email -> email.key().map(key -> new Name(email.address(), key)));
    }

    private static Violations violations() {
        return new Violations(UNREAD, List.of());
    }
}
