/**
 * Start with {@link dev.accounts.spring.security.AccountTokens}: one line of a {@code SecurityFilterChain}, and the tokens of the
 * library open the application's own paths.
 */
@NullMarked
package dev.accounts.spring.security;

import org.jspecify.annotations.NullMarked;
