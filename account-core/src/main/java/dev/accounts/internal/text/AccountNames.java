package dev.accounts.internal.text;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.ViolationMessages;
import java.util.List;
import java.util.Optional;

/**
 * How usernames and addresses are kept, by the rules of a registration: for those who bring accounts from elsewhere into a
 * store. Thread-safe.
 */
public final class AccountNames {

    private static final ViolationMessages UNREAD = ViolationMessages.english();

    private AccountNames() {}

    /**
     * A name or an address as it is kept.
     *
     * @param shown the form that people see
     * @param key what makes it unique: equal for all that differ by their case or Unicode form only
     */
    public record Name(String shown, String key) {

        /**
         * Checks that the components are there.
         *
         * @throws NullPointerException if a component is null
         */
        public Name {
            requireNonNull(shown, "shown");
            requireNonNull(key, "key");
        }
    }

    /**
     * A username as it is kept.
     *
     * @param given the name in any form
     * @return the name, or empty if no account can have it
     */
    public static Optional<Name> username(String given) {
        return Username.check(violations(), Username.FIELD, requireNonNull(given, "given"))
                .map(username -> new Name(username.display(), username.key()));
    }

    /**
     * An address as it is kept.
     *
     * @param given the address in any form
     * @return the address, or empty if it is blank or none
     */
    public static Optional<Name> email(String given) {
        return EmailAddress.check(violations(), requireNonNull(given, "given"))
                .flatMap(email -> email.key().map(key -> new Name(email.address(), key)));
    }

    private static Violations violations() {
        return new Violations(UNREAD, List.of());
    }
}
