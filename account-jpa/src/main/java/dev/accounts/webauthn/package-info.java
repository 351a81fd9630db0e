/**
 * Start with {@link dev.accounts.webauthn.WebAuthn4jVerifier}: passkeys, verified by WebAuthn4J, which a host adds to its class path.
 */
@NullMarked
package dev.accounts.webauthn;

import org.jspecify.annotations.NullMarked;
