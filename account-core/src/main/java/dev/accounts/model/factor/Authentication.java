package dev.accounts.model.factor;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * When and how the owner of a token proved to be the owner.
 *
 * @param at when the owner did so last, in microseconds
 * @param methods every method that the owner used for this token, at least one; {@link AuthenticationMethod#amr} names them as RFC 8176
 *     does
 */
public record Authentication(Instant at, Set<AuthenticationMethod> methods) {

    /**
     * Copies the methods.
     *
     * @throws NullPointerException if a component or a method is null
     * @throws IllegalArgumentException if there is no method
     */
    public Authentication {
        requireNonNull(at, "at");
        if (requireNonNull(methods, "methods").isEmpty()) {
            throw new IllegalArgumentException("an owner proves to be the owner by at least one method");
        }
        methods.forEach(element -> requireNonNull(element, "methods"));
        methods = Collections.unmodifiableSet(EnumSet.copyOf(methods));
    }

    /**
     * Creates the proof of a password.
     *
     * @param at when it was verified, in microseconds
     * @return the authentication
     */
    public static Authentication byPassword(Instant at) {
        return new Authentication(at, Set.of(AuthenticationMethod.PASSWORD));
    }

    /**
     * Returns this authentication with a later proof.
     *
     * @param at when the owner gave it, in microseconds
     * @param method how
     * @return the authentication with all methods
     */
    public Authentication and(Instant at, AuthenticationMethod method) {
        EnumSet<AuthenticationMethod> all = EnumSet.copyOf(methods);
        all.add(requireNonNull(method, "method"));
        return new Authentication(at, all);
    }

    /**
     * Returns whether the last proof is recent.
     *
     * @param age how old it may be
     * @param now the current time
     * @return whether it is not older
     */
    public boolean isFresh(Duration age, Instant now) {
        return !at.isBefore(requireNonNull(now, "now").minus(requireNonNull(age, "age")));
    }

    /** {@return whether the owner used a factor besides the password} */
    public boolean hasSecondFactor() {
        return methods.stream().anyMatch(AuthenticationMethod::isSecondFactor);
    }
}
