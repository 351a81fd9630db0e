package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.django.ImportLog.Subject;
import dev.accounts.jpa.django.ImportMemory.Remembered;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides what becomes of users, in the order of their ids: the first user keeps a name. Not thread-safe.
 */
final class UserScreening {

    /** What an account is to the user with its id. */
    enum Standing {
        /** It is to be imported. */
        NEW,
        /** It was imported, and is as it was then. */
        UNCHANGED,
        /** It was imported, and has changed here since. */
        CHANGED_HERE,
        /** It has the name, too, but was not imported. */
        STRANGER,
        LEFT_OUT
    }

    private final ImportContext context;
    private final PageHere here;
    private final ImportLog log;
    private final Map<Long, AcceptedUser> accepted = new TreeMap<>();
    private final Map<Long, AcceptedUser> changed = new TreeMap<>();
    private final Map<Long, Standing> standings = new HashMap<>();

    UserScreening(ImportContext context, PageHere here, ImportLog log) {
        this.context = context;
        this.here = here;
        this.log = log;
    }

    void screen(ImportCandidate candidate) {
        Optional<String> present = here.taken().nameKeyOf(candidate.id());
        Optional<Remembered> remembered = here.remembered(candidate);
        if (here.deleted().contains(candidate.id())) {
            leaveOut(candidate, Kind.DELETED_HERE, "left out: the account with this id was deleted here");
        } else if (present.isEmpty()) {
            screenName(candidate).ifPresent(name -> accept(candidate, name));
        } else if (remembered.isPresent()) {
            compare(candidate, remembered.get());
        } else if (candidate.isKnownAs(present.get())) {
            standings.put(candidate.id(), Standing.STRANGER);
            log.alreadyThere(Subject.USER);
        } else {
            leaveOut(candidate, Kind.ID_TAKEN, "left out: another account has this id");
        }
    }

    private Optional<Name> screenName(ImportCandidate candidate) {
        Optional<Name> name = candidate.name();
        Optional<Long> holder = name.flatMap(wanted -> here.taken().holderOfName(wanted.key()));
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
        standings.put(candidate.id(), Standing.LEFT_OUT);
        log.leftOut(Subject.USER, kind, candidate.id(), text);
    }

    private void accept(ImportCandidate candidate, Name name) {
        standings.put(candidate.id(), Standing.NEW);
        accepted.put(candidate.id(), new UserConversion(context, log).accept(candidate, name));
        here.taken().takeName(name, candidate.id());
        log.imported(Subject.USER);
    }

    private void compare(ImportCandidate candidate, Remembered remembered) {
        AccountRow row = here.row(candidate.id());
        boolean changedHere = !remembered.here().equals(row.state());
        standings.put(candidate.id(), changedHere ? Standing.CHANGED_HERE : Standing.UNCHANGED);
        log.alreadyThere(Subject.USER);
        boolean takes = context.catchesUp() && !changedHere;
        boolean changedThere = !remembered.source().equals(candidate.state());
        boolean lacksAddress = row.value("email").isEmpty() && candidate.email().isPresent();
        if (changedThere || (takes && lacksAddress)) {
            ImportLog findings = takes && changedThere ? log : new ImportLog();
            AcceptedUser wanted =
                    new UserConversion(context, findings).accept(candidate, presentName(candidate, row, findings));
            changed.put(candidate.id(), wanted);
        }
    }

    /** Returns the name in Django, or the present one if no account, or only another, can have it. */
    private Name presentName(ImportCandidate candidate, AccountRow row, ImportLog findings) {
        Optional<Long> holder = candidate.nameKey().flatMap(here.taken()::holderOfName);
        if (candidate.name().isEmpty()) {
            findings.find(Kind.NAME_INVALID, row.id(), "keeps its name here: no account can have the new one");
        } else if (holder.filter(id -> id != row.id()).isPresent()) {
            findings.find(Kind.NAME_TAKEN, row.id(), "keeps its name here: user " + holder.get() + " has the new one");
        } else {
            here.taken().takeName(candidate.name().get(), row.id());
            return candidate.name().get();
        }
        return new Name(row.value("username"), row.value("username_key"));
    }

    /** Returns the users to insert, by id. */
    Map<Long, AcceptedUser> accepted() {
        return accepted;
    }

    /** Returns the accounts that imported users would have now, if these changed in Django since. */
    Map<Long, AcceptedUser> changed() {
        return changed;
    }

    Standing standing(long userId) {
        return standings.getOrDefault(userId, Standing.LEFT_OUT);
    }
}
