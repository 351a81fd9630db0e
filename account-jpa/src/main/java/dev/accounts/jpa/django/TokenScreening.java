package dev.accounts.jpa.django;

import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.django.ImportLog.Subject;
import dev.accounts.jpa.django.UserScreening.Standing;
import dev.accounts.jpa.internal.django.DjangoPage;
import dev.accounts.jpa.internal.django.DjangoToken;
import dev.accounts.jpa.internal.django.DjangoUser;
import dev.accounts.model.TokenDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * Decides which tokens of a page of users are imported: those of active users whom the same page imports, and, in a run that
 * catches up, new ones of accounts that have not changed here. Not thread-safe.
 */
final class TokenScreening {

    /**
     * The form of tokens of this library and of Django REST framework. A token of another form would never be looked
     * up.
     */
    private static final Pattern VALUE = Pattern.compile("[0-9a-f]{40}");

    private static final Set<Standing> IMPORTED = EnumSet.of(Standing.UNCHANGED, Standing.CHANGED_HERE);

    private final ImportContext context;
    private final LongFunction<Standing> standings;
    private final ImportLog log;
    private final Map<String, Long> ownersHere = new HashMap<>();
    private final Map<String, Long> remembered = new HashMap<>();
    private final List<DjangoToken> accepted = new ArrayList<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<Long> changedOwners = new TreeSet<>();

    TokenScreening(ImportContext context, LongFunction<Standing> standings, ImportLog log) {
        this.context = context;
        this.standings = standings;
        this.log = log;
    }

    void screen(DjangoPage page) throws SQLException {
        remembered.putAll(new ImportMemory(context.accounts())
                .tokens(page.users().stream().map(DjangoUser::id).toList()));
        Set<String> digests = new HashSet<>(remembered.keySet());
        page.tokens().forEach(token -> digests.add(digest(token)));
        context.accounts()
                .forEachIn(
                        "select digest, user_id from account_token where digest in",
                        digests.stream()
                                .map(hex -> TokenDigest.ofHex(hex).bytes())
                                .toList(),
                        row -> ownersHere.put(
                                TokenDigest.ofBytes(row.getBytes(1)).hex(), row.getLong(2)));
        Set<Long> active = new HashSet<>();
        page.users().stream().filter(DjangoUser::active).map(DjangoUser::id).forEach(active::add);
        for (DjangoToken token : page.tokens()) {
            screen(token, active.contains(token.userId()));
        }
        endedInDjango().forEach(digest -> changedOwners.add(owner(digest)));
    }

    private void screen(DjangoToken token, boolean active) {
        Standing standing = standings.apply(token.userId());
        Optional<Long> ownerHere = Optional.ofNullable(ownersHere.get(digest(token)));
        if (standing == Standing.LEFT_OUT) {
            log.leftOut(Subject.TOKEN);
        } else if (!VALUE.matcher(token.value()).matches()) {
            leaveOut(token, "a token is not 40 lower-case hex digits");
        } else if (!active) {
            leaveOut(token, "a token belongs to an inactive user");
        } else if (ownerHere.filter(owner -> owner == token.userId()).isPresent() && standing != Standing.NEW) {
            kept.add(digest(token));
            log.alreadyThere(Subject.TOKEN);
        } else if (ownerHere.isPresent()) {
            leaveOut(token, "a token exists here already");
        } else if (remembered.containsKey(digest(token))) {
            log.leftOut(
                    Subject.TOKEN,
                    Kind.TOKEN_ENDED_HERE,
                    token.userId(),
                    "a token was ended or has expired here: it stays so");
        } else {
            screenNew(token, standing);
        }
    }

    private void screenNew(DjangoToken token, Standing standing) {
        if (standing == Standing.STRANGER) {
            leaveOut(token, "a token belongs to an account that was here before");
        } else if (standing == Standing.CHANGED_HERE) {
            log.leftOut(
                    Subject.TOKEN,
                    Kind.CHANGED_HERE,
                    token.userId(),
                    "a new token was left out, because the account has changed here since the import");
        } else if (standing == Standing.UNCHANGED && !context.catchesUp()) {
            changedOwners.add(token.userId());
            log.leftOut(Subject.TOKEN);
        } else {
            if (standing == Standing.UNCHANGED) {
                changedOwners.add(token.userId());
            }
            ownersHere.put(digest(token), token.userId());
            accepted.add(token);
            log.imported(Subject.TOKEN);
        }
    }

    private void leaveOut(DjangoToken token, String text) {
        log.leftOut(Subject.TOKEN, Kind.TOKEN_UNUSABLE, token.userId(), text);
    }

    /** Returns the digests of imported tokens that are here, and that Django does not accept any more. */
    List<String> endedInDjango() {
        return remembered.keySet().stream()
                .filter(digest -> ownersHere.containsKey(digest) && !kept.contains(digest))
                .filter(digest -> IMPORTED.contains(standings.apply(owner(digest))))
                .toList();
    }

    private Long owner(String digest) {
        return remembered.getOrDefault(digest, 0L);
    }

    /** Returns the tokens to import. */
    List<DjangoToken> accepted() {
        return accepted;
    }

    /** Returns the owners, imported earlier, whose tokens changed in Django since. */
    Set<Long> changedOwners() {
        return changedOwners;
    }

    static String digest(DjangoToken token) {
        return TokenDigest.of(token.value()).hex();
    }
}
