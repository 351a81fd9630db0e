package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.django.ImportLog.Subject;
import dev.accounts.jpa.internal.django.DjangoUser;
import dev.accounts.password.DjangoPasswordHasher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what becomes of users, in the order of their ids: the first user keeps a name or an address. Not thread-safe.
 */
final class UserScreening {

    /** Django's mark of an unusable password; it never verifies. */
    private static final String NO_PASSWORD = "!";

    private static final int MAX_HASH = 255;
    private static final Set<String> KNOWN_SCHEMES = Set.of(
            "md5", "sha1", "crypt", "pbkdf2_sha256", "pbkdf2_sha1", "argon2", "bcrypt_sha256", "bcrypt", "scrypt");

    private final TakenKeys taken;
    private final ImportLog log;
    private final List<AcceptedUser> accepted = new ArrayList<>();
    private final Set<Long> alreadyThere = new HashSet<>();

    UserScreening(TakenKeys taken, ImportLog log) {
        this.taken = taken;
        this.log = log;
    }

    void screen(ImportCandidate candidate) {
        Optional<String> present = taken.nameKeyOf(candidate.id());
        if (present.isEmpty()) {
            screenName(candidate).ifPresent(name -> accept(candidate, name));
        } else if (candidate.isKnownAs(present.get())) {
            alreadyThere.add(candidate.id());
            log.alreadyThere(Subject.USER);
        } else {
            leaveOut(candidate, Kind.ID_TAKEN, "left out: another account has this id");
        }
    }

    private Optional<Name> screenName(ImportCandidate candidate) {
        Optional<Name> name = candidate.name();
        Optional<Long> holder = name.flatMap(wanted -> taken.holderOfName(wanted.key()));
        if (candidate.id() < 1) {
            leaveOut(candidate, Kind.ID_INVALID, "left out: the id is not positive");
        } else if (name.isEmpty()) {
            leaveOut(candidate, Kind.NAME_INVALID, "left out: no account can have this name");
        } else if (holder.isPresent()) {
            String text = "left out: user " + holder.get() + " has the name "
                    + name.get().key();
            leaveOut(candidate, Kind.NAME_TAKEN, text);
        } else {
            return name;
        }
        return Optional.empty();
    }

    private void leaveOut(ImportCandidate candidate, Kind kind, String text) {
        log.leftOut(Subject.USER, kind, candidate.id(), text);
    }

    private void accept(ImportCandidate candidate, Name name) {
        DjangoUser user = candidate.user();
        if (candidate.name().equals(candidate.ownName()) && !name.shown().equals(user.username())) {
            log.find(Kind.NAME_CHANGED, user.id(), "the name is written " + name.shown());
        }
        Optional<Name> email = screenEmail(candidate);
        AcceptedUser acceptedUser = new AcceptedUser(user, name, email, screenPassword(user));
        screenRest(user);
        accepted.add(acceptedUser);
        taken.take(acceptedUser);
        log.imported(Subject.USER);
    }

    private Optional<Name> screenEmail(ImportCandidate candidate) {
        Optional<Name> email = candidate.email();
        Optional<Long> holder = email.flatMap(address -> taken.holderOfEmail(address.key()));
        if (email.isEmpty() && !candidate.user().email().isBlank()) {
            log.find(Kind.EMAIL_INVALID, candidate.id(), "imported without an address: the address is invalid");
        }
        if (holder.isPresent()) {
            log.find(
                    Kind.EMAIL_SHARED,
                    candidate.id(),
                    "imported without an address: user " + holder.get() + " has the same");
            return Optional.empty();
        }
        return email;
    }

    private String screenPassword(DjangoUser user) {
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

    private void screenRest(DjangoUser user) {
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

    List<AcceptedUser> accepted() {
        return accepted;
    }

    Set<Long> alreadyThere() {
        return alreadyThere;
    }
}
