package dev.accounts.spring;

import dev.accounts.policy.PasskeyPolicy;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code accounts.passkeys}. Passkeys are offered if both are set. A {@link PasskeyPolicy} bean of the host
 * replaces them.
 *
 * @param relyingPartyId the domain that passkeys belong to, such as example.org: that of the pages, or one above it; it cannot be
 *     changed later
 * @param origins the origins of the pages that may ask for passkeys, such as https://accounts.example.org
 */
public record PasskeyProperties(
        @Nullable String relyingPartyId, @DefaultValue List<String> origins) {

    private static final String RELYING_PARTY_ID = "accounts.passkeys.relying-party-id";
    private static final String ORIGINS = "accounts.passkeys.origins";

    /**
     * Returns the policy of the settings; null if none is set.
     *
     * @throws IllegalArgumentException if only one is set, or a value is out of bounds
     */
    @Nullable
    PasskeyPolicy policy() {
        boolean named = relyingPartyId != null && !relyingPartyId.isBlank();
        if (named == origins.isEmpty()) {
            throw new IllegalArgumentException(
                    named ? missing(ORIGINS, RELYING_PARTY_ID) : missing(RELYING_PARTY_ID, ORIGINS));
        }
        return relyingPartyId == null || !named ? null : new PasskeyPolicy(relyingPartyId, Set.copyOf(origins));
    }

    private static String missing(String setting, String present) {
        return present + " is set, but " + setting + " is not: set both, or neither";
    }
}
