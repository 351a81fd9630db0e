/**
 * Start with {@link dev.accounts.policy.PasswordPolicy}: what a host may set.
 *
 * <p>Policies are immutable values. A factory method of each policy returns its defaults.
 */
@NullMarked
package dev.accounts.policy;

import org.jspecify.annotations.NullMarked;
