package dev.accounts.jpa.django;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Reports what an import did with everything that it found in Django's database. It holds no hash, no token and no
 * address.
 *
 * @param users the counts of users
 * @param groups the counts of groups
 * @param permissions the counts of permissions
 * @param towns the counts of towns
 * @param tokens the counts of tokens
 * @param findings what was left out or changed, in the order in which the import met it; at most {@value #MAX_FINDINGS}
 * @param furtherFindings how many more findings there were
 */
public record DjangoImportReport(
        Count users,
        Count groups,
        Count permissions,
        Count towns,
        Count tokens,
        List<Finding> findings,
        long furtherFindings) {

    /** The greatest number of findings in a report. */
    public static final int MAX_FINDINGS = 10_000;

    /**
     * Copies the list.
     *
     * @throws NullPointerException if a component is null
     */
    public DjangoImportReport {
        requireNonNull(users, "users");
        requireNonNull(groups, "groups");
        requireNonNull(permissions, "permissions");
        requireNonNull(towns, "towns");
        requireNonNull(tokens, "tokens");
        requireNonNull(findings, "findings").forEach(element -> requireNonNull(element, "findings"));
        findings = List.copyOf(findings);
    }

    /**
     * Counts what the import found of a kind; the three numbers add up to what Django's database has.
     *
     * @param imported how many this run copied
     * @param alreadyThere how many were in the account tables
     * @param leftOut how many were not copied; of tokens, also those of users that were left out
     */
    public record Count(long imported, long alreadyThere, long leftOut) {}

    /**
     * Something that was left out or changed.
     *
     * @param kind what happened
     * @param id the id of the group, permission or town if the kind is about one, otherwise of the user; 0 if it is about
     *     the whole import
     * @param text a description in one line
     */
    public record Finding(Kind kind, long id, String text) {

        /**
         * Checks that the components are there.
         *
         * @throws NullPointerException if a component is null
         */
        public Finding {
            requireNonNull(kind, "kind");
            requireNonNull(text, "text");
        }
    }

    /** What a finding is about, and what the import did. */
    public enum Kind {
        /**
         * The user was left out: another account has the name, possibly in another case or Unicode form. A user who was
         * imported earlier keeps the name of then.
         */
        NAME_TAKEN,
        /** The user was left out: no account can have the name. A user who was imported earlier keeps the name of then. */
        NAME_INVALID,
        /** The user was imported under another Unicode form of the name; a login with the former form works too. */
        NAME_CHANGED,
        /** The user was left out: another account has the id. */
        ID_TAKEN,
        /** The user was left out: the id is not positive. */
        ID_INVALID,
        /** The user was imported without an address: another account, which the text names, keeps it. */
        EMAIL_SHARED,
        /** The user was imported without an address: the one in Django is invalid. */
        EMAIL_INVALID,
        /**
         * The user was imported without a password, because no hasher verifies the hash; a mailed link sets a new one.
         */
        PASSWORD_UNSUPPORTED,
        /**
         * The user was imported with a bcrypt or scrypt hash, and Bouncy Castle is not on the class path of the import. Where
         * it is missing in the application, too, each login of the user is refused.
         */
        PASSWORD_NEEDS_LIBRARY,
        /** The {@code date_joined} or {@code last_login} of the user is missing or no time; the text names what is stored. */
        TIME_UNKNOWN,
        /** The user was imported with a time before 1900 or in the future. */
        TIME_IMPLAUSIBLE,
        /** The user was imported as active, and has to verify the address: the host set {@code awaitingActivation}. */
        TO_BE_ACTIVATED,
        /** So many inactive users never logged in, and may wait for an activation by Djoser; the id is 0. */
        MAY_AWAIT_ACTIVATION,
        /** The user was imported with the nearest allowed number of days. */
        DAYS_COUNT,
        /** The user was imported with a shortened first or last name, or with one whose NUL characters were removed. */
        PERSON_NAME_CUT,
        /** A token of the user was left out. */
        TOKEN_UNUSABLE,
        /** A token of the user was imported, and ended or expired here since: it stays ended. */
        TOKEN_ENDED_HERE,
        /** So many tokens of knox were left out; the id is 0. */
        KNOX_TOKENS,
        /** The user changed in Django since the import, and not here; {@code catchUp} takes the changes that the text names. */
        DIFFERS,
        /** This run took the changes that the text names from Django. */
        CAUGHT_UP,
        /** The user changed both in Django and here since the import. It stays as it is here. */
        CHANGED_HERE,
        /** The user was left out: the account with the id was deleted here, says the audit table. */
        DELETED_HERE,
        /** The user was deleted in Django since the import; {@code catchUp} deletes the account if it has not changed here. */
        DELETED_IN_DJANGO,
        /** The group was left out, and it has no members here. */
        GROUP_LEFT_OUT,
        /** A group of this name existed under another id: the members join it, and its permissions stay as they are. */
        GROUP_MERGED,
        /** The permission was left out, and no user or group gets it. */
        PERMISSION_LEFT_OUT,
        /** The group was here before, and has other permissions than in Django; it keeps those it has here. */
        GROUP_DIFFERS,
        /**
         * The permission is imported as a code, and at least one user or group has it. Django asks for it where accounts
         * are managed; the library never does.
         */
        PERMISSION_WITHOUT_COUNTERPART,
        /** Several models may be the user model, so no permission on users became one of this library; the id is 0. */
        USER_MODEL_UNCLEAR,
        /**
         * The user is staff without the permissions to change or to delete accounts. Djoser asks staff for no permission;
         * the library does.
         */
        STAFF_RIGHTS,
        /** The town was left out, and no user follows it. */
        TOWN_LEFT_OUT
    }
}
