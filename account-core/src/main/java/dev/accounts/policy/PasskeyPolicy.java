package dev.accounts.policy;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says for which site passkeys are made. Immutable. It comes from the settings of the host, never from a header of a request.
 *
 * @param relyingPartyId the domain that passkeys belong to, such as {@code example.org}: that of the pages, or one above it; they are good
 *     for no other, so it cannot be changed later
 * @param origins the origins of the pages that may ask for passkeys, such as {@code https://accounts.example.org}, or of an app,
 *     such as {@code android:apk-key-hash:…}
 */
public record PasskeyPolicy(String relyingPartyId, Set<String> origins) {

    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final int HTTPS_PORT = 443;
    private static final String LOCALHOST = "localhost";
    private static final String APP = "android:apk-key-hash:";

    /**
     * Checks that the origins belong to the domain, and copies them.
     *
     * @throws NullPointerException if a component or an origin is null
     * @throws IllegalArgumentException if {@code relyingPartyId} is not a domain in lower case, there is no origin, or an origin is neither
     *     an app's nor {@code https://}, a domain at or below the relying party's, and perhaps a port other than 443; {@code http://} is
     *     allowed for {@code localhost} alone
     */
    public PasskeyPolicy {
        if (!DOMAIN.matcher(requireNonNull(relyingPartyId, "relyingPartyId")).matches()) {
            throw new IllegalArgumentException("relyingPartyId must be a domain in lower case: " + relyingPartyId);
        }
        if (requireNonNull(origins, "origins").isEmpty()) {
            throw new IllegalArgumentException("passkeys need an origin of pages that may ask for them");
        }
        for (String origin : origins) {
            if (!belongs(requireNonNull(origin, "origins"), relyingPartyId)) {
                throw new IllegalArgumentException("no origin of " + relyingPartyId + ": " + origin
                        + ". An origin is https://, a host at or below the domain, and a port if it is not 443; no path and no slash"
                        + " at its end");
            }
        }
        origins = Set.copyOf(origins);
    }

    /**
     * Creates the policy of a site.
     *
     * @param relyingPartyId the domain that passkeys belong to
     * @param origins the origins of its pages
     * @return the policy
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException as the constructor says
     */
    public static PasskeyPolicy of(String relyingPartyId, String... origins) {
        requireNonNull(relyingPartyId, "relyingPartyId");
        for (String origin : requireNonNull(origins, "origins")) {
            requireNonNull(origin, "origins");
        }
        return new PasskeyPolicy(relyingPartyId, new HashSet<>(Arrays.asList(origins)));
    }

    private static boolean belongs(String origin, String domain) {
        if (origin.startsWith(APP)) {
            return true;
        }
        URI uri;
        try {
            uri = URI.create(origin);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
        String host = uri.getHost();
        return host != null
                && uri.getPort() != HTTPS_PORT
                && (host.equals(domain) || host.endsWith("." + domain))
                && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLocal(host)))
                && origin.equals(uri.getScheme() + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
    }

    private static boolean isLocal(String host) {
        return host.equals(LOCALHOST) || host.endsWith("." + LOCALHOST);
    }
}
