/**
 * Start with {@link dev.accounts.internal.factor.Totp}: the codes of a second factor, and how its secrets are kept.
 */
@NullMarked
package dev.accounts.internal.factor;

import org.jspecify.annotations.NullMarked;
