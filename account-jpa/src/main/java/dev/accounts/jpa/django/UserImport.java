package dev.accounts.jpa.django;

import dev.accounts.jpa.internal.django.DjangoDatabase.Link;
import dev.accounts.jpa.internal.django.DjangoTables;
import dev.accounts.jpa.internal.django.DjangoToken;
import dev.accounts.jpa.internal.django.DjangoUser;
import dev.accounts.jpa.internal.transaction.DatabaseFailure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
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
        List<DjangoUser> page = context.django().users(Long.MIN_VALUE);
        while (!page.isEmpty()) {
            importPage(page);
            long last = page.get(page.size() - 1).id();
            LOG.debug("users with ids up to {} are done", last);
            page = context.django().users(last);
        }
    }

    /**
     * Repeats a page that the database rolled back: a new user may take a name after the check and before the
     * insertion.
     */
    private void importPage(List<DjangoUser> page) throws SQLException {
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

    private ImportLog attempt(List<DjangoUser> page) throws SQLException {
        context.beginBatch();
        ImportLog log = new ImportLog();
        List<ImportCandidate> candidates = page.stream()
                .map(user -> ImportCandidate.of(user, context.settings()))
                .toList();
        TakenKeys taken = TakenKeys.read(context.accounts(), candidates);
        if (context.dry()) {
            taken.addEarlier(earlier, candidates);
        }
        UserScreening screening = new UserScreening(taken, log);
        candidates.forEach(screening::screen);
        List<@Nullable Object[]> tokens = tokens(page, screening, log);
        if (!context.dry()) {
            insert(screening.accepted());
            insertLinks(page, screening.accepted());
            context.accounts().batch(TokenScreening.INSERT, tokens);
        }
        context.endBatch();
        if (context.dry()) {
            screening.accepted().forEach(earlier::take);
        }
        return log;
    }

    private List<@Nullable Object[]> tokens(List<DjangoUser> page, UserScreening screening, ImportLog log)
            throws SQLException {
        Optional<String> table = context.django().tables().others().token();
        if (table.isEmpty()) {
            return List.of();
        }
        List<DjangoToken> tokens = context.django().tokens(table.get(), first(page), last(page));
        return new TokenScreening(context, log).rows(tokens, screening);
    }

    private void insert(List<AcceptedUser> accepted) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (AcceptedUser user : accepted) {
            rows.add(user.row(
                    context.settings().emailsVerified(), context.occasion().now()));
        }
        context.accounts().batch(AcceptedUser.INSERT, rows);
    }

    private void insertLinks(List<DjangoUser> page, List<AcceptedUser> accepted) throws SQLException {
        Set<Long> users = new HashSet<>();
        accepted.forEach(one -> users.add(one.user().id()));
        DjangoTables tables = context.django().tables();
        List<LinkKind> kinds = new ArrayList<>();
        kinds.add(new LinkKind(tables.userGroups(), "group", roles.groups()::get));
        kinds.add(new LinkKind(tables.userPermissions(), "permission", roles.permissions()::get));
        tables.towns()
                .flatMap(DjangoTables.Towns::ofUsers)
                .ifPresent(joins ->
                        kinds.add(new LinkKind(joins, "town", id -> townsLeftOut.contains(id) ? null : (Long) id)));
        for (LinkKind kind : kinds) {
            LinkCopy copy = new LinkCopy(context.accounts(), "user", kind.owned());
            context.django().links(kind.joins(), first(page), last(page), link -> {
                Long here = kind.idHere().apply(link.owned());
                if (users.contains(link.owner()) && here != null) {
                    copy.add(new Link(link.owner(), here));
                }
            });
            copy.finish();
        }
    }

    private static long first(List<DjangoUser> page) {
        return page.get(0).id();
    }

    private static long last(List<DjangoUser> page) {
        return page.get(page.size() - 1).id();
    }

    /**
     * A kind of link that users have: the table in which Django keeps it, and the id here of what it leads to, if that
     * is here.
     */
    private record LinkKind(DjangoTables.Joins joins, String owned, LongFunction<@Nullable Long> idHere) {}
}
