/**
 * Start with {@link dev.accounts.policy.PasswordPolicy}: what a host may set.
 *
 * <p>Policies are immutable values. Each has its defaults in one factory method.
 */
@NullMarked
package dev.accounts.policy;

import org.jspecify.annotations.NullMarked;
