/**
 * Start with {@link dev.accounts.internal.token.TokenAuthenticator}: bearer tokens, and the tokens of one-time links.
 */
@NullMarked
package dev.accounts.internal.token;

import org.jspecify.annotations.NullMarked;
