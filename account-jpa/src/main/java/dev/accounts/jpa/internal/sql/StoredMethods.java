package dev.accounts.jpa.internal.sql;

import static java.util.stream.Collectors.joining;

import dev.accounts.model.factor.Authentication;
import dev.accounts.model.factor.AuthenticationMethod;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The methods of an authentication as {@code account_token.methods} holds them: their names, with spaces between them. */
public final class StoredMethods {

    private static final String ONLY_PASSWORD = AuthenticationMethod.PASSWORD.name();

    private StoredMethods() {}

    public static String of(Authentication authentication) {
        return authentication.methods().stream().map(Enum::name).collect(joining(" "));
    }

    /**
     * Reads an authentication.
     *
     * @param at when it took place; empty for a token of before schema V2
     * @param createdAt when the token was created
     */
    public static Authentication read(String methods, Optional<Instant> at, Instant createdAt) {
        return new Authentication(at.orElse(createdAt), methods(methods));
    }

    /** Every request of a host reads the methods of its token, and most are the password alone. */
    private static Set<AuthenticationMethod> methods(String stored) {
        if (stored.equals(ONLY_PASSWORD)) {
            return Set.of(AuthenticationMethod.PASSWORD);
        }
        EnumSet<AuthenticationMethod> methods = EnumSet.noneOf(AuthenticationMethod.class);
        for (String name : stored.split(" ", -1)) {
            methods.add(AuthenticationMethod.valueOf(name));
        }
        return methods;
    }
}
