package dev.accounts.jpa.django;

import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.internal.django.DjangoDatabase.Link;
import dev.accounts.jpa.internal.django.DjangoPage;
import dev.accounts.jpa.internal.django.DjangoUser;
import dev.accounts.jpa.internal.django.UserLinks;
import dev.accounts.jpa.internal.transaction.DatabaseFailure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    UserImport(ImportContext context, RoleImport.Roles roles, Set<Long> townsLeftOut) {
        this.context = context;
        this.roles = roles;
        this.townsLeftOut = townsLeftOut;
    }

    void run() throws SQLException {
        DjangoPage page = context.django().page(Long.MIN_VALUE);
        while (!page.isEmpty()) {
            importPage(page);
            LOG.debug("users with ids up to {} are done", page.lastId());
            page = context.django().page(page.lastId());
        }
    }

    /**
     * Repeats a page that the database rolled back: a new user may take a name after the check and before the
     * insertion.
     */
    private void importPage(DjangoPage page) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                context.log().addAll(attempt(page));
                return;
            } catch (SQLException e) {
                context.accounts().rollback();
                if (attempt == ATTEMPTS || !DatabaseFailure.of(e).isRolledBack()) {
                    throw e;
                }
            }
        }
    }

    private ImportLog attempt(DjangoPage page) throws SQLException {
        context.beginBatch();
        ImportLog log = new ImportLog();
        List<ImportCandidate> candidates = page.users().stream()
                .map(user -> ImportCandidate.of(user, context.settings()))
                .toList();
        TakenKeys taken = TakenKeys.read(context.accounts(), candidates);
        if (context.dry()) {
            taken.addEarlier(earlier, candidates);
        }
        UserScreening screening = new UserScreening(taken, log);
        candidates.forEach(screening::screen);
        findLostRights(page, screening.accepted(), log);
        List<@Nullable Object[]> tokens = new TokenScreening(context, log).rows(page.tokens(), screening);
        if (!context.dry()) {
            insert(screening.accepted());
            insertLinks(page.links(), screening.accepted());
            context.accounts().batch(TokenScreening.INSERT, tokens);
        }
        context.endBatch();
        if (context.dry()) {
            screening.accepted().forEach(earlier::take);
        }
        return log;
    }

    private void findLostRights(DjangoPage page, List<AcceptedUser> accepted, ImportLog log) {
        for (AcceptedUser one : accepted) {
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

    private void insert(List<AcceptedUser> accepted) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (AcceptedUser user : accepted) {
            rows.add(user.row(
                    context.settings().emailsVerified(), context.occasion().now()));
        }
        context.accounts().batch(AcceptedUser.INSERT, rows);
    }

    private void insertLinks(UserLinks.All inDjango, List<AcceptedUser> accepted) throws SQLException {
        insertLinks("group", inDjango.groups().mapped(roles.groups()::get), accepted);
        insertLinks("permission", inDjango.permissions().mapped(roles.permissions()::get), accepted);
        insertLinks("town", inDjango.towns().mapped(id -> townsLeftOut.contains(id) ? null : (Long) id), accepted);
    }

    private void insertLinks(String owned, UserLinks links, List<AcceptedUser> accepted) throws SQLException {
        LinkCopy copy = new LinkCopy(context.accounts(), "user", owned);
        for (AcceptedUser one : accepted) {
            long id = one.user().id();
            for (long other : links.of(id)) {
                copy.add(new Link(id, other));
            }
        }
        copy.finish();
    }
}
