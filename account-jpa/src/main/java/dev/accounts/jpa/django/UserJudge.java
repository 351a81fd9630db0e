package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.django.ImportLog.Subject;
import dev.accounts.password.DjangoPasswordHasher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what becomes of users, in the order of their ids: the first keeps a name or an address. Not thread-safe. */
final class UserJudge {

    /** Never verifies, and is what Django calls unusable. */
    private static final String NO_PASSWORD = "!";

    private static final int MAX_HASH = 255;
    private static final Set<String> KNOWN_SCHEMES = Set.of(
            "md5", "sha1", "crypt", "pbkdf2_sha256", "pbkdf2_sha1", "argon2", "bcrypt_sha256", "bcrypt", "scrypt");

    private final TakenKeys taken;
    private final ImportLog log;
    private final List<JudgedUser> accepted = new ArrayList<>();
    private final Set<Long> alreadyThere = new HashSet<>();

    UserJudge(TakenKeys taken, ImportLog log) {
        this.taken = taken;
        this.log = log;
    }

    void judge(Newcomer newcomer) {
        Optional<String> present = taken.nameKeyOf(newcomer.id());
        if (present.isEmpty()) {
            judgeName(newcomer).ifPresent(name -> accept(newcomer, name));
        } else if (newcomer.isKnownAs(present.get())) {
            alreadyThere.add(newcomer.id());
            log.alreadyThere(Subject.USER);
        } else {
            leaveOut(newcomer, Kind.ID_TAKEN, "left out: another account has this id");
        }
    }

    private Optional<Name> judgeName(Newcomer newcomer) {
        Optional<Name> name = newcomer.name();
        Optional<Long> holder = name.flatMap(wanted -> taken.holderOfName(wanted.key()));
        if (newcomer.id() < 1) {
            leaveOut(newcomer, Kind.ID_INVALID, "left out: the id is not positive");
        } else if (name.isEmpty()) {
            leaveOut(newcomer, Kind.NAME_INVALID, "left out: no account can have this name");
        } else if (holder.isPresent()) {
            String text = "left out: user " + holder.get() + " has the name "
                    + name.get().key();
            leaveOut(newcomer, Kind.NAME_TAKEN, text);
        } else {
            return name;
        }
        return Optional.empty();
    }

    private void leaveOut(Newcomer newcomer, Kind kind, String text) {
        log.leftOut(Subject.USER, kind, newcomer.id(), text);
    }

    private void accept(Newcomer newcomer, Name name) {
        DjangoUser user = newcomer.user();
        if (newcomer.name().equals(newcomer.ownName()) && !name.shown().equals(user.username())) {
            log.find(Kind.NAME_CHANGED, user.id(), "the name is written " + name.shown());
        }
        Optional<Name> email = judgeEmail(newcomer);
        accepted.add(new JudgedUser(user, name, email, judgePassword(user)));
        judgeRest(user);
        taken.takeName(name.key(), user.id());
        email.ifPresent(address -> taken.takeEmail(address.key(), user.id()));
        log.imported(Subject.USER);
    }

    private Optional<Name> judgeEmail(Newcomer newcomer) {
        Optional<Name> email = newcomer.email();
        Optional<Long> holder = email.flatMap(address -> taken.holderOfEmail(address.key()));
        if (email.isEmpty() && !newcomer.user().email().isBlank()) {
            log.find(Kind.EMAIL_INVALID, newcomer.id(), "imported without an address: it is none");
        }
        if (holder.isPresent()) {
            log.find(
                    Kind.EMAIL_SHARED,
                    newcomer.id(),
                    "imported without an address: user " + holder.get() + " has the same");
            return Optional.empty();
        }
        return email;
    }

    private String judgePassword(DjangoUser user) {
        String stored = user.password();
        if (DjangoPasswordHasher.reads(stored)) {
            return stored;
        }
        if (stored.startsWith(NO_PASSWORD)) {
            return stored.length() <= MAX_HASH ? stored : NO_PASSWORD;
        }
        log.find(
                Kind.PASSWORD_UNSUPPORTED,
                user.id(),
                "imported without a password, which has to be set by mail: nothing verifies its hash (" + scheme(stored)
                        + ")");
        return NO_PASSWORD;
    }

    /** Nothing of a hash is told but a scheme that is known: who knows what else may be in its place. */
    private static String scheme(String stored) {
        String first = stored.substring(0, Math.max(0, stored.indexOf('$')));
        return KNOWN_SCHEMES.contains(first) ? first : stored.isEmpty() ? "empty" : "unknown";
    }

    private void judgeRest(DjangoUser user) {
        if (user.daysCount() < JudgedUser.MIN_DAYS || user.daysCount() > JudgedUser.MAX_DAYS) {
            log.find(
                    Kind.DAYS_COUNT,
                    user.id(),
                    "days_count was " + user.daysCount() + ", which is not within " + JudgedUser.MIN_DAYS + " to "
                            + JudgedUser.MAX_DAYS);
        }
        if (ImportedText.isCut(user.firstName(), JudgedUser.MAX_PERSON_NAME)
                || ImportedText.isCut(user.lastName(), JudgedUser.MAX_PERSON_NAME)) {
            log.find(
                    Kind.PERSON_NAME_CUT,
                    user.id(),
                    "the first or last name had more than " + JudgedUser.MAX_PERSON_NAME + " characters, or NUL");
        }
    }

    List<JudgedUser> accepted() {
        return accepted;
    }

    Set<Long> alreadyThere() {
        return alreadyThere;
    }
}
