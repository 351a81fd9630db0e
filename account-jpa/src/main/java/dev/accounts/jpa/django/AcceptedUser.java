package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.internal.django.DjangoUser;
import dev.accounts.jpa.internal.django.ImportedText;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account that a user becomes. The text form hides the hash, the names and the address.
 *
 * @param candidate the user as Django stores it
 * @param name the username to store
 * @param email the address, if the account keeps it
 * @param passwordHash the hash, or a text that never verifies
 * @param how the host's settings
 */
record AcceptedUser(
        ImportCandidate candidate, Name name, Optional<Name> email, String passwordHash, ImportSettings how) {

    static final int MAX_PERSON_NAME = 150;
    static final int MIN_DAYS = 1;
    static final int MAX_DAYS = 10;

    static final String INSERT = "insert into account_user (id, " + String.join(", ", AccountRow.COLUMNS)
            + ") values (?" + ", ?".repeat(AccountRow.COLUMNS.size()) + ")";

    static final String UPDATE = "update account_user set " + String.join(" = ?, ", AccountRow.COLUMNS)
            + " = ?, version = version + 1 where id = ? and version = ?";

    long id() {
        return candidate.id();
    }

    DjangoUser user() {
        return candidate.user();
    }

    AcceptedUser withoutEmail() {
        return new AcceptedUser(candidate, name, Optional.empty(), passwordHash, how);
    }

    /** Returns whether the account is imported as active only so that its owner can verify the address. */
    boolean isToBeActivated() {
        return how.awaitingActivation() && candidate.isNeverUsed() && email.isPresent();
    }

    private boolean isVerified() {
        boolean verified = candidate.belongings().verified().orElse(how.emailsVerified());
        return email.isPresent() && verified && !isToBeActivated();
    }

    /** Returns when the user joined; if Django does not know, the last login is the earliest known moment. */
    Instant dateJoined() {
        return user().dateJoined()
                .instant()
                .or(() -> user().lastLogin().instant())
                .orElse(Instant.EPOCH);
    }

    /** Returns the values of {@link AccountRow#COLUMNS}, in their order. */
    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("username", name.shown());
        values.put("username_key", name.key());
        values.put("email", email.map(Name::shown).orElse(""));
        values.put("email_key", email.map(Name::key).orElse(null));
        values.put("email_verified", isVerified());
        values.put("password_hash", passwordHash);
        values.put("first_name", ImportedText.fit(user().firstName(), MAX_PERSON_NAME));
        values.put("last_name", ImportedText.fit(user().lastName(), MAX_PERSON_NAME));
        values.put("is_active", user().active() || isToBeActivated());
        values.put("is_staff", user().staff());
        values.put("is_superuser", user().superuser());
        values.put("date_joined", dateJoined());
        values.put("last_login", user().lastLogin().instant().orElse(null));
        values.put("days_count", Math.max(MIN_DAYS, Math.min(MAX_DAYS, user().daysCount())));
        return Collections.unmodifiableMap(values);
    }

    @Override
    public String toString() {
        return "AcceptedUser[id=" + id() + ", ***]";
    }
}
