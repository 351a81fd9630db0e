package dev.accounts.jpa.django;

import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.django.ImportLog.Subject;
import dev.accounts.jpa.internal.django.DjangoToken;
import dev.accounts.model.TokenDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which tokens of a page of users are imported: those of active users whom the same page imports.
 *
 * @param context the import
 * @param log records the decisions
 */
record TokenScreening(ImportContext context, ImportLog log) {

    static final String INSERT = "insert into account_token (digest, user_id, id, label, created_at, last_used_at,"
            + " expires_at) values (?, ?, ?, 'imported', ?, ?, ?)";

    /**
     * The form of tokens of this library and of Django REST framework. A token of another form would never be looked
     * up.
     */
    private static final Pattern VALUE = Pattern.compile("[0-9a-f]{40}");

    /** Returns the values of {@link #INSERT} for each token to import. */
    List<@Nullable Object[]> rows(List<DjangoToken> tokens, UserScreening users) throws SQLException {
        Map<Long, Boolean> activeById = new HashMap<>();
        users.accepted()
                .forEach(accepted ->
                        activeById.put(accepted.user().id(), accepted.user().active()));
        Set<String> taken = taken(tokens);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (DjangoToken token : tokens) {
            Boolean active = activeById.get(token.userId());
            if (active == null) {
                passBy(token, users);
            } else if (!VALUE.matcher(token.value()).matches()) {
                leaveOut(token, "a token is not 40 lower-case hex digits");
            } else if (!active) {
                leaveOut(token, "a token belongs to an inactive user");
            } else if (!taken.add(TokenDigest.of(token.value()).hex())) {
                leaveOut(token, "a token exists here already");
            } else {
                rows.add(row(token));
                log.imported(Subject.TOKEN);
            }
        }
        return rows;
    }

    private void passBy(DjangoToken token, UserScreening users) {
        if (users.alreadyThere().contains(token.userId())) {
            log.alreadyThere(Subject.TOKEN);
        } else {
            log.leftOut(Subject.TOKEN);
        }
    }

    private void leaveOut(DjangoToken token, String text) {
        log.leftOut(Subject.TOKEN, Kind.TOKEN_UNUSABLE, token.userId(), text);
    }

    private Set<String> taken(List<DjangoToken> tokens) throws SQLException {
        Set<String> taken = new HashSet<>();
        context.accounts()
                .forEachIn(
                        "select digest from account_token where digest in",
                        tokens.stream()
                                .map(token -> TokenDigest.of(token.value()).hex())
                                .toList(),
                        row -> taken.add(row.getString(1)));
        return taken;
    }

    private @Nullable Object[] row(DjangoToken token) {
        Instant now = context.occasion().now();
        return new Object[] {
            TokenDigest.of(token.value()).hex(),
            token.userId(),
            UUID.randomUUID().toString(),
            token.createdAt().orElse(now),
            now,
            now.plus(context.settings().tokenLifetime())
        };
    }
}
