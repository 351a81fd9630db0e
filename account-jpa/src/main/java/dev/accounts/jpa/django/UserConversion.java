package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.internal.django.DjangoTime;
import dev.accounts.jpa.internal.django.DjangoUser;
import dev.accounts.jpa.internal.django.ImportedText;
import dev.accounts.password.DjangoPasswordHasher;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Makes accounts of users, and reports what an account cannot have as it is.
 *
 * @param context the import
 * @param log records the findings
 */
record UserConversion(ImportContext context, ImportLog log) {

    /** Django's mark of an unusable password; it never verifies. */
    private static final String NO_PASSWORD = "!";

    private static final int MAX_HASH = 255;
    private static final Set<String> KNOWN_SCHEMES = Set.of(
            "md5", "sha1", "crypt", "pbkdf2_sha256", "pbkdf2_sha1", "argon2", "bcrypt_sha256", "bcrypt", "scrypt");

    /** No computer recorded a login before. */
    private static final Instant PLAUSIBLE_FROM = Instant.parse("1900-01-01T00:00:00Z");

    private static final Duration PLAUSIBLE_AHEAD = Duration.ofDays(1);

    /** Makes an account with the wanted address, which another account may have. */
    AcceptedUser accept(ImportCandidate candidate, Name name) {
        DjangoUser user = candidate.user();
        if (candidate.ownName().filter(name::equals).isPresent()
                && !name.shown().equals(user.username())) {
            log.find(Kind.NAME_CHANGED, user.id(), "the name is written " + name.shown());
        }
        if (candidate.email().isEmpty() && !user.email().isBlank()) {
            log.find(Kind.EMAIL_INVALID, user.id(), "imported without an address: the address is invalid");
        }
        AcceptedUser accepted =
                new AcceptedUser(candidate, name, candidate.email(), password(user), context.settings());
        checkTimes(accepted);
        checkRest(user);
        return accepted;
    }

    private String password(DjangoUser user) {
        String stored = user.password();
        if (DjangoPasswordHasher.reads(stored)) {
            if (!DjangoPasswordHasher.computes(stored)) {
                log.find(
                        Kind.PASSWORD_NEEDS_LIBRARY,
                        user.id(),
                        "no password logs in until the application has org.bouncycastle:bcprov-jdk18on, because the hash is "
                                + scheme(stored));
            }
            return stored;
        }
        if (stored.startsWith(NO_PASSWORD)) {
            return stored.length() <= MAX_HASH ? stored : NO_PASSWORD;
        }
        log.find(
                Kind.PASSWORD_UNSUPPORTED,
                user.id(),
                "imported without a password, because no hasher verifies its hash (" + scheme(stored)
                        + "); a mailed link sets a new one");
        return NO_PASSWORD;
    }

    /** Names the scheme of a hash only if it is a known one: any other text might be a secret. */
    private static String scheme(String stored) {
        String first = stored.substring(0, Math.max(0, stored.indexOf('$')));
        return KNOWN_SCHEMES.contains(first) ? first : stored.isEmpty() ? "empty" : "unknown";
    }

    private void checkTimes(AcceptedUser accepted) {
        DjangoUser user = accepted.user();
        if (user.dateJoined().instant().isEmpty()) {
            log.find(
                    Kind.TIME_UNKNOWN,
                    user.id(),
                    "date_joined is " + (user.dateJoined().unreadable() ? "no time" : "null") + ": "
                            + accepted.dateJoined() + " is stored");
        }
        if (user.lastLogin().unreadable()) {
            log.find(Kind.TIME_UNKNOWN, user.id(), "last_login is no time: none is stored");
        }
        checkPlausible("date_joined", user.id(), user.dateJoined());
        checkPlausible("last_login", user.id(), user.lastLogin());
    }

    private void checkPlausible(String column, long userId, DjangoTime time) {
        Instant latest = context.occasion().now().plus(PLAUSIBLE_AHEAD);
        time.instant()
                .filter(instant -> instant.isBefore(PLAUSIBLE_FROM) || instant.isAfter(latest))
                .ifPresent(instant -> log.find(
                        Kind.TIME_IMPLAUSIBLE, userId, column + " is " + instant + ", and is stored as it is"));
    }

    private void checkRest(DjangoUser user) {
        if (user.daysCount() < AcceptedUser.MIN_DAYS || user.daysCount() > AcceptedUser.MAX_DAYS) {
            log.find(
                    Kind.DAYS_COUNT,
                    user.id(),
                    "days_count was " + user.daysCount() + ", which is not between " + AcceptedUser.MIN_DAYS + " and "
                            + AcceptedUser.MAX_DAYS);
        }
        if (ImportedText.isCut(user.firstName(), AcceptedUser.MAX_PERSON_NAME)
                || ImportedText.isCut(user.lastName(), AcceptedUser.MAX_PERSON_NAME)) {
            log.find(
                    Kind.PERSON_NAME_CUT,
                    user.id(),
                    "the first or last name had more than " + AcceptedUser.MAX_PERSON_NAME + " characters, or NUL");
        }
    }
}
