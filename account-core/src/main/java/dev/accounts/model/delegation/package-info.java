/**
 * Start with {@link dev.accounts.model.delegation.Delegation}: tokens that are good for less than a session of their owner.
 */
@NullMarked
package dev.accounts.model.delegation;

import org.jspecify.annotations.NullMarked;
