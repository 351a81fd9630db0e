package dev.accounts.jpa.internal.sql;

import dev.accounts.model.delegation.Delegation;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a token is good for as {@code account_token.delegation} holds it: its kind, and lines for the actor and the session, or one for
 * each scope.
 */
public final class StoredDelegation {

    private static final String LINE = "\n";
    private static final String PERSONAL = "personal";
    private static final String ACTING = "acting";

    private StoredDelegation() {}

    public static @Nullable String of(Delegation delegation) {
        return delegation
                .actorId()
                .map(actor ->
                        ACTING + LINE + actor + LINE + delegation.actorSession().orElseThrow())
                .or(() -> delegation
                        .scopes()
                        .map(scopes -> Stream.concat(Stream.of(PERSONAL), new TreeSet<>(scopes).stream())
                                .collect(Collectors.joining(LINE))))
                .orElse(null);
    }

    /** Reads it. While nodes are replaced, a later one may have stored a kind that this one does not know: it is good for nothing. */
    public static Delegation read(@Nullable String stored) {
        if (stored == null) {
            return Delegation.NONE;
        }
        String[] lines = stored.split(LINE, -1);
        if (lines[0].equals(ACTING)) {
            return Delegation.acting(Long.parseLong(lines[1]), UUID.fromString(lines[2]));
        }
        return lines[0].equals(PERSONAL)
                ? Delegation.personal(Stream.of(lines).skip(1).collect(Collectors.toSet()))
                : Delegation.personal(Set.of());
    }
}
