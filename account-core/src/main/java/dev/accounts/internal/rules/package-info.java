/**
 * Start with {@link dev.accounts.internal.rules.PasswordRules}: what makes a new password acceptable.
 */
@NullMarked
package dev.accounts.internal.rules;

import org.jspecify.annotations.NullMarked;
