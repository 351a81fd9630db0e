package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.django.UserScreening.Standing;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a page changes here: new accounts, and accounts that changed in Django. Not thread-safe. */
final class PageChanges {

    private static final String LAST_LOGIN = "last_login";
    private static final String TOKENS = "tokens";

    private final ImportContext context;
    private final PageHere here;
    private final UserScreening screening;
    private final ImportLog log;
    private final Map<Long, AcceptedUser> accepted = new TreeMap<>();
    private final Map<Long, AcceptedUser> updated = new TreeMap<>();
    private final Map<Long, Boolean> displaced = new TreeMap<>();

    PageChanges(ImportContext context, PageHere here, UserScreening screening, ImportLog log) {
        this.context = context;
        this.here = here;
        this.screening = screening;
        this.log = log;
    }

    /** Decides who gets which address: new users and, in a run that catches up, those who changed. */
    void assignAddresses(TakenKeys earlier) throws SQLException {
        Map<Long, AcceptedUser> claims = new TreeMap<>(screening.accepted());
        screening.changed().forEach((id, user) -> {
            if (takes(id)) {
                here.taken().releaseEmail(id);
                claims.put(id, user);
            }
        });
        AddressScreening addresses = new AddressScreening(context, here.taken(), earlier, log);
        addresses.assign(claims);
        displaced.putAll(addresses.displaced());
        claims.forEach((id, user) -> (screening.accepted().containsKey(id) ? accepted : updated).put(id, user));
        accepted.values().forEach(this::findActivation);
    }

    private boolean takes(long userId) {
        return context.catchesUp() && screening.standing(userId) == Standing.UNCHANGED;
    }

    private void findActivation(AcceptedUser user) {
        if (user.isToBeActivated()) {
            log.find(Kind.TO_BE_ACTIVATED, user.id(), "imported as active, with an address that is to be verified");
        } else if (user.candidate().isNeverUsed()) {
            log.mayAwaitActivation();
        }
    }

    /** Reports what changed in Django since the import. A later login alone is no finding. */
    void compare(TokenScreening tokens, LinksHere links) {
        Map<Long, Set<String>> differences = new TreeMap<>();
        screening.changed().forEach((id, wanted) -> differences.put(id, differences(id, wanted, links)));
        tokens.changedOwners()
                .forEach(id ->
                        differences.computeIfAbsent(id, any -> new TreeSet<>()).add(TOKENS));
        differences.forEach(this::report);
    }

    private Set<String> differences(long id, AcceptedUser wanted, LinksHere links) {
        AccountRow row = here.row(id);
        AcceptedUser outcome = updated.getOrDefault(id, wanted);
        Set<String> fields = row.differencesFrom(outcome, links.of(id, towns(row)));
        boolean taken = outcome.email()
                .map(Name::key)
                .flatMap(here.taken()::holderOfEmail)
                .filter(holder -> holder != id)
                .isPresent();
        if (taken) {
            fields.remove("email");
            fields.remove("email_verified");
        }
        return new TreeSet<>(fields);
    }

    private void report(long id, Set<String> fields) {
        Set<String> ofDjango = new TreeSet<>(fields);
        if (screening.standing(id) == Standing.CHANGED_HERE) {
            // Tokens that ended in Django end here, too.
            ofDjango.retainAll(Set.of(TOKENS));
            fields.removeAll(ofDjango);
            report(Kind.CHANGED_HERE, id, "changed in Django and here since the import, stays as it is here: ", fields);
        }
        if (context.catchesUp()) {
            report(Kind.CAUGHT_UP, id, "taken from Django: ", ofDjango);
        } else {
            report(Kind.DIFFERS, id, "changed in Django since the import: ", ofDjango);
        }
    }

    private void report(Kind kind, long id, String text, Set<String> fields) {
        if (!fields.isEmpty() && !fields.equals(Set.of(LAST_LOGIN))) {
            log.find(kind, id, text + String.join(", ", fields));
        }
    }

    void write(TokenScreening tokens, LinksHere links) throws SQLException {
        PageWriter writer = new PageWriter(context);
        Map<Long, Map<String, Set<Long>>> newLinks = new TreeMap<>();
        accepted.keySet().forEach(id -> newLinks.put(id, links.of(id, Set.of())));
        updated.keySet().forEach(id -> newLinks.put(id, links.of(id, towns(here.row(id)))));
        writer.takeAddresses(displaced);
        writer.update(updated.values(), here);
        writer.insert(accepted.values());
        writer.insertLinks(newLinks);
        writer.insertTokens(tokens.accepted());
        if (context.catchesUp()) {
            writer.endTokens(tokens.endedInDjango());
        }
        remember();
    }

    private static Set<Long> towns(AccountRow row) {
        return row.links().getOrDefault(AccountRow.TOWNS, Set.of());
    }

    private void remember() throws SQLException {
        ImportMemory memory = new ImportMemory(context.accounts());
        Map<Long, String> sources = new HashMap<>();
        memory.users(displaced.keySet()).forEach((id, then) -> sources.put(id, then.source()));
        accepted.forEach((id, user) -> sources.put(id, user.candidate().state()));
        updated.forEach((id, user) -> sources.put(id, user.candidate().state()));
        memory.remember(sources, context.occasion().now());
    }

    /** Returns the new accounts, by id. */
    Map<Long, AcceptedUser> accepted() {
        return accepted;
    }
}
