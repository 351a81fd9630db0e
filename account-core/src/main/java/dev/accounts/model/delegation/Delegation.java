package dev.accounts.model.delegation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * For whom and for what a token is good, if it is not a session of its owner.
 *
 * @param scopes the codes of the permissions that a personal token may use; empty if it is no personal token
 * @param actorId the id of the staff actor who acts as the owner; empty if the owner uses the token
 * @param actorSession the id of the actor's session; the token ends with it. Empty if the owner uses the token
 */
public record Delegation(Optional<Set<String>> scopes, Optional<Long> actorId, Optional<UUID> actorSession) {

    /** The permission by which staff act as users. */
    public static final String ACT_AS_USER = "accounts.act_as_user";

    /** The longest time for which staff act as a user. */
    public static final Duration LONGEST_ACTING = Duration.ofHours(1);

    /** How long the scopes of a token are at most: the sum of the lengths of all, each plus one, in UTF-16 units. */
    public static final int MOST_CHARACTERS = 2000;

    /** A session of the owner. */
    public static final Delegation NONE = new Delegation(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Copies the scopes.
     *
     * @throws NullPointerException if a component or a scope is null
     * @throws IllegalArgumentException if a token has scopes and an actor, or an actor without a session; if the scopes are too long for a
     *     store, or one has a line break
     */
    public Delegation {
        requireNonNull(scopes, "scopes").ifPresent(codes -> codes.forEach(code -> requireNonNull(code, "scopes")));
        requireNonNull(actorId, "actorId");
        requireNonNull(actorSession, "actorSession");
        if (actorId.isPresent() != actorSession.isPresent() || (scopes.isPresent() && actorId.isPresent())) {
            throw new IllegalArgumentException("a token is personal, or for an actor in a session");
        }
        if (scopes.filter(codes -> !areStorable(codes)).isPresent()) {
            throw new IllegalArgumentException(
                    "scopes must have no line break and at most " + MOST_CHARACTERS + " characters");
        }
        scopes = scopes.map(Set::copyOf);
    }

    /**
     * Returns whether a store takes scopes.
     *
     * @param codes the codes of permissions
     * @return whether they are short enough and have no line break
     * @throws NullPointerException if {@code codes} or a code is null
     */
    public static boolean areStorable(Set<String> codes) {
        requireNonNull(codes, "codes").forEach(code -> requireNonNull(code, "codes"));
        return codes.stream().mapToInt(code -> code.length() + 1).sum() <= MOST_CHARACTERS
                && codes.stream().noneMatch(code -> code.indexOf('\n') >= 0);
    }

    /**
     * A personal token for scripts.
     *
     * @param scopes the codes of the permissions that it may use, of those that its owner has at the time
     * @return the delegation
     */
    public static Delegation personal(Set<String> scopes) {
        return new Delegation(Optional.of(requireNonNull(scopes, "scopes")), Optional.empty(), Optional.empty());
    }

    /**
     * A token by which staff act as its owner.
     *
     * @param actorId the id of the staff actor
     * @param actorSession the id of the actor's session
     * @return the delegation
     */
    public static Delegation acting(long actorId, UUID actorSession) {
        return new Delegation(
                Optional.empty(), Optional.of(actorId), Optional.of(requireNonNull(actorSession, "actorSession")));
    }

    /** {@return whether the token is a session of its owner} */
    public boolean isNone() {
        return scopes.isEmpty() && actorId.isEmpty();
    }
}
