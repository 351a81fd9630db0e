package dev.accounts.jpa.django;

import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.internal.django.DjangoPage;
import dev.accounts.jpa.internal.django.DjangoUser;
import dev.accounts.jpa.internal.transaction.DatabaseFailure;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports users, each page of them in one transaction with all that belongs to them. Not thread-safe. */
final class UserImport {

    private static final Logger LOG = LoggerFactory.getLogger(UserImport.class);
    private static final int ATTEMPTS = 3;

    private final ImportContext context;
    private final RoleImport.Roles roles;
    private final Set<Long> townsLeftOut;

    /** The keys of users that a dry run accepted and did not write; a real import reads them from the tables. */
    private final TakenKeys earlier = new TakenKeys();

    /** A part of the import that is one transaction. */
    @FunctionalInterface
    private interface Batch {
        void run(ImportLog log) throws SQLException;
    }

    UserImport(ImportContext context, RoleImport.Roles roles, Set<Long> townsLeftOut) {
        this.context = context;
        this.roles = roles;
        this.townsLeftOut = townsLeftOut;
    }

    void run() throws SQLException {
        DjangoPage page = context.django().page(Long.MIN_VALUE);
        requireUsers(page);
        long done = Long.MIN_VALUE;
        while (!page.isEmpty()) {
            DjangoPage now = page;
            long before = done;
            batch(log -> importPage(now, before, log));
            done = page.lastId();
            LOG.debug("users with ids up to {} are done", done);
            page = context.django().page(done);
        }
        long last = done;
        batch(log -> new DeletedUsers(context).between(last, Long.MAX_VALUE, Set.of(), log));
    }

    /** An empty table is more likely the wrong one than one whose users were all deleted. */
    private void requireUsers(DjangoPage first) throws SQLException {
        if (context.catchesUp() && first.isEmpty() && new ImportMemory(context.accounts()).isPresent()) {
            throw new IllegalStateException(
                    "the table " + context.settings().source().userTable()
                            + " in Django's database has no users: catching up would delete all that were imported from it");
        }
    }

    /**
     * Repeats a batch that the database rolled back: a new user may take a name after the check and before the
     * insertion.
     */
    private void batch(Batch batch) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                ImportLog log = new ImportLog();
                context.beginBatch();
                batch.run(log);
                context.endBatch();
                context.log().addAll(log);
                return;
            } catch (SQLException e) {
                context.accounts().rollback();
                if (attempt == ATTEMPTS || !DatabaseFailure.of(e).isRolledBack()) {
                    throw e;
                }
            }
        }
    }

    private void importPage(DjangoPage page, long lastBefore, ImportLog log) throws SQLException {
        Set<Long> ids = page.users().stream().map(DjangoUser::id).collect(Collectors.toSet());
        // First, because a new user may have the name of a deleted one.
        new DeletedUsers(context).between(lastBefore, page.lastId(), ids, log);
        List<ImportCandidate> candidates = ImportCandidates.of(page, context.settings());
        PageHere here = PageHere.read(context.accounts(), candidates);
        if (context.dry()) {
            here.taken().addEarlier(earlier, candidates);
        }
        UserScreening screening = new UserScreening(context, here, log);
        candidates.forEach(screening::screen);
        TokenScreening tokens = new TokenScreening(context, screening::standing, log);
        tokens.screen(page);
        PageChanges changes = new PageChanges(context, here, screening, log);
        changes.assignAddresses(earlier);
        LinksHere links = new LinksHere(page.links(), roles, townsLeftOut);
        changes.compare(tokens, links);
        findLostRights(page, changes, log);
        if (context.dry()) {
            changes.accepted().values().forEach(earlier::take);
        } else {
            changes.write(tokens, links);
        }
    }

    private void findLostRights(DjangoPage page, PageChanges changes, ImportLog log) {
        for (AcceptedUser one : changes.accepted().values()) {
            DjangoUser user = one.user();
            List<String> lost = roles.staff()
                    .lostBy(
                            page.links().groups().of(user.id()),
                            page.links().permissions().of(user.id()));
            if (user.staff() && !user.superuser() && !lost.isEmpty()) {
                log.find(
                        Kind.STAFF_RIGHTS,
                        user.id(),
                        "over Djoser, is_staff alone lets this user change and delete accounts; here that needs "
                                + String.join(" and ", lost));
            }
        }
    }
}
