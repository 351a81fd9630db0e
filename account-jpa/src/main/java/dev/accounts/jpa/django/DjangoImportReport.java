package dev.accounts.jpa.django;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What became of everything that was found in Django's database. It holds no hash, no token and no address.
 *
 * @param users of the users
 * @param groups of the groups
 * @param permissions of the permissions
 * @param towns of the towns
 * @param tokens of the tokens
 * @param findings what was left out or changed, in the order in which it was met; {@value #MAX_FINDINGS} at the most
 * @param furtherFindings how many findings there are besides
 */
public record DjangoImportReport(
        Count users,
        Count groups,
        Count permissions,
        Count towns,
        Count tokens,
        List<Finding> findings,
        long furtherFindings) {

    /** How many findings a report names. */
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
        findings = List.copyOf(findings);
    }

    /**
     * How many of a kind; the three numbers add up to what Django's database has.
     *
     * @param imported copied by this run
     * @param alreadyThere found in the account tables and left as they are; of tokens, those of such users
     * @param leftOut not copied; of tokens, also those of users that were left out
     */
    public record Count(long imported, long alreadyThere, long leftOut) {}

    /**
     * Something that was not copied, or not as it was.
     *
     * @param kind what it is
     * @param id the id of the user, or of the group, the permission or the town if the kind is of one
     * @param text the same in words, in one line
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

    /** What a finding is about, and what was done. */
    public enum Kind {
        /** The user was left out: another account has the name, in this or another case or Unicode form. */
        NAME_TAKEN,
        /** The user was left out: no account can have the name. */
        NAME_INVALID,
        /** The user was imported under another Unicode form of the name, which also logs in under the form before. */
        NAME_CHANGED,
        /** The user was left out: another account has the id. */
        ID_TAKEN,
        /** The user was left out: the id is not positive. */
        ID_INVALID,
        /** The user was imported without an address: another account has it. */
        EMAIL_SHARED,
        /** The user was imported without an address: it was none. */
        EMAIL_INVALID,
        /** The user was imported without a password, which has to be set by mail: nothing here verifies its hash. */
        PASSWORD_UNSUPPORTED,
        /** The user was imported with the nearest number of days that is allowed. */
        DAYS_COUNT,
        /** The user was imported with a first or last name that was cut, or without its NUL characters. */
        PERSON_NAME_CUT,
        /** A token of the user was left out. */
        TOKEN_UNUSABLE,
        /** The group was left out, and nobody is in it. */
        GROUP_LEFT_OUT,
        /** A group of this name was there under another id: the members join it, and its permissions stay as they are. */
        GROUP_MERGED,
        /** The permission was left out, and nobody has it. */
        PERMISSION_LEFT_OUT,
        /** The town was left out, and nobody follows it. */
        TOWN_LEFT_OUT
    }
}
