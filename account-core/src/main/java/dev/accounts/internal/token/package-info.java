/**
 * Start with {@link dev.accounts.internal.token.Callers}: bearer tokens and the tokens of mailed links.
 */
@NullMarked
package dev.accounts.internal.token;

import org.jspecify.annotations.NullMarked;
