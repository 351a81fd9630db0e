package dev.accounts.jpa.internal.sql;

import static java.util.stream.Collectors.joining;

import dev.accounts.model.factor.Authentication;
import dev.accounts.model.factor.AuthenticationMethod;
import java.time.Instant;
import java.util.EnumSet;
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
     * @param at when it took place: when the token was created, if that was before schema V2
     */
    public static Authentication read(String methods, Instant at) {
        return new Authentication(at, methods(methods));
    }

    /**
     * Every request of a host reads the methods of its token, and most are the password alone. A later version of the library may know
     * more methods.
     */
    private static Set<AuthenticationMethod> methods(String stored) {
        if (stored.equals(ONLY_PASSWORD)) {
            return Set.of(AuthenticationMethod.PASSWORD);
        }
        Set<String> names = Set.of(stored.split(" ", -1));
        EnumSet<AuthenticationMethod> methods = EnumSet.allOf(AuthenticationMethod.class);
        methods.removeIf(method -> !names.contains(method.name()));
        return methods.isEmpty() ? Set.of(AuthenticationMethod.PASSWORD) : methods;
    }
}
