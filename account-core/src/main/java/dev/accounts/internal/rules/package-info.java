/**
 * Start with {@link dev.accounts.internal.rules.PasswordRules}: the rules for new passwords.
 */
@NullMarked
package dev.accounts.internal.rules;

import org.jspecify.annotations.NullMarked;
