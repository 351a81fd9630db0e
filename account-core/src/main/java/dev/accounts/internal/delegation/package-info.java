/**
 * Start with {@link dev.accounts.internal.delegation.PersonalTokens}: how tokens come about that are good for less than a session.
 */
@NullMarked
package dev.accounts.internal.delegation;

import org.jspecify.annotations.NullMarked;
