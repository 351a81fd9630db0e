package dev.accounts.jpa.django;

import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.django.ImportLog.Subject;
import dev.accounts.jpa.internal.django.DjangoDatabase.Role;
import dev.accounts.jpa.internal.django.ImportedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides which groups, or which permissions, are new, exist already, or conflict with others. Not thread-safe. */
final class RoleScreening {

    private final ImportLog log;
    private final Subject subject;
    private final Kind leftOut;
    private final Map<String, Long> idsByName = new HashMap<>();
    private final Map<Long, String> namesById = new HashMap<>();
    private final Map<Long, Long> idsHere = new HashMap<>();
    private final List<Role> accepted = new ArrayList<>();

    RoleScreening(ImportLog log, Subject subject, Kind leftOut) {
        this.log = log;
        this.subject = subject;
        this.leftOut = leftOut;
    }

    /** Adds a role that exists here. */
    void present(Role role) {
        idsByName.put(role.name(), role.id());
        namesById.put(role.id(), role.name());
    }

    void screen(Role role, int maxLength) {
        Long idHere = idsByName.get(role.name());
        if (role.name().isBlank() || ImportedText.isCut(role.name(), maxLength)) {
            leaveOut(role.id(), "its name is blank or has more than " + maxLength + " characters");
        } else if (idHere != null) {
            there(role, idHere);
        } else if (role.id() < 1 || namesById.containsKey(role.id())) {
            leaveOut(role.id(), "its id is taken here, or is not positive");
        } else {
            present(role);
            accepted.add(role);
            idsHere.put(role.id(), role.id());
            log.imported(subject);
        }
    }

    void leaveOut(long id, String text) {
        log.leftOut(subject, leftOut, id, text);
    }

    private void there(Role role, long idHere) {
        idsHere.put(role.id(), idHere);
        log.alreadyThere(subject);
        if (subject == Subject.GROUP && idHere != role.id()) {
            log.find(Kind.GROUP_MERGED, role.id(), "its members join the group " + idHere + " of the same name");
        }
    }

    /** Returns the ids of roles that exist here or will, by their ids in Django. */
    Map<Long, Long> idsHere() {
        return idsHere;
    }

    /** Returns the roles to insert. */
    List<Role> accepted() {
        return accepted;
    }
}
