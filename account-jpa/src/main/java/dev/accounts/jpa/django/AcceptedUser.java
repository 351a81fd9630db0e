package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.internal.django.DjangoUser;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user to insert. The text form hides the hash, the names and the address.
 *
 * @param user the user as Django stores it
 * @param name the username to store
 * @param email the address, if it is kept
 * @param passwordHash the hash, or a text that never verifies
 */
record AcceptedUser(DjangoUser user, Name name, Optional<Name> email, String passwordHash) {

    static final int MAX_PERSON_NAME = 150;
    static final int MIN_DAYS = 1;
    static final int MAX_DAYS = 10;

    static final String INSERT = "insert into account_user (id, username, username_key, email, email_key,"
            + " email_verified, password_hash, first_name, last_name, is_active, is_staff, is_superuser,"
            + " date_joined, last_login, days_count) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Returns the values of {@link #INSERT}. */
    @Nullable
    Object[] row(boolean emailsVerified, Instant now) {
        return new Object[] {
            user.id(),
            name.shown(),
            name.key(),
            email.map(Name::shown).orElse(""),
            email.map(Name::key).orElse(null),
            emailsVerified && email.isPresent(),
            passwordHash,
            ImportedText.fit(user.firstName(), MAX_PERSON_NAME),
            ImportedText.fit(user.lastName(), MAX_PERSON_NAME),
            user.active(),
            user.staff(),
            user.superuser(),
            user.dateJoined().orElse(now),
            user.lastLogin().orElse(null),
            Math.max(MIN_DAYS, Math.min(MAX_DAYS, user.daysCount()))
        };
    }

    @Override
    public String toString() {
        return "AcceptedUser[id=" + user.id() + ", ***]";
    }
}
