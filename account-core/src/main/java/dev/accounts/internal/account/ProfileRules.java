package dev.accounts.internal.account;

import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.ViolationMessages;
import dev.accounts.spi.Claim;
import dev.accounts.spi.UserStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks changes of profiles. Towns are judged as at a registration. */
record ProfileRules(UserStore users, ViolationMessages messages) {

    private static final String FIRST_NAME = "first_name";
    private static final String LAST_NAME = "last_name";
    private static final String DAYS_COUNT = "days_count";
    private static final List<String> FIELDS =
            List.of(FIRST_NAME, LAST_NAME, EmailAddress.FIELD, DAYS_COUNT, FollowedTowns.FIELD);
    private static final int MAX_NAME = 150;
    private static final int MIN_DAYS = 1;
    private static final int MAX_DAYS = 10;

    /** Starts a check of a profile, and of an address besides. */
    Violations violations() {
        return new Violations(messages, FIELDS);
    }

    /** Reports every problem; returns the change as it is to be stored. */
    ProfileChange check(Violations violations, ProfileChange change) {
        change.daysCount().ifPresent(days -> checkDays(violations, days));
        change.towns().ifPresent(towns -> checkTowns(violations, towns));
        return new ProfileChange(
                name(violations, FIRST_NAME, change.firstName()),
                name(violations, LAST_NAME, change.lastName()),
                change.daysCount(),
                change.towns());
    }

    /** Creates the refusal of a change that passed the rules, although towns have been deleted since. */
    InvalidInputException refusal(ProfileChange change, Collection<Long> unknownTowns) {
        Violations violations = violations();
        change.towns().ifPresent(towns -> FollowedTowns.reportUnknown(violations, towns, unknownTowns));
        return violations.refusal();
    }

    private static Optional<String> name(Violations violations, String field, Optional<String> name) {
        return name.map(given -> TextForm.checkOptionalName(violations, field, given, MAX_NAME));
    }

    private static void checkDays(Violations violations, int days) {
        if (days < MIN_DAYS) {
            violations.add(DAYS_COUNT, "too_small", Integer.toString(MIN_DAYS));
        } else if (days > MAX_DAYS) {
            violations.add(DAYS_COUNT, "too_large", Integer.toString(MAX_DAYS));
        }
    }

    private void checkTowns(Violations violations, List<Long> towns) {
        Set<Long> distinct = FollowedTowns.distinct(violations, towns);
        if (!distinct.isEmpty()) {
            Claim claim = Claim.of(Optional.empty(), Optional.empty(), distinct);
            FollowedTowns.reportUnknown(
                    violations, towns, users.conflicts(claim).unknownTowns());
        }
    }
}
