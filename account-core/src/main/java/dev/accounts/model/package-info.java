/**
 * Start with {@link dev.accounts.model.User}: the values of an account system, and the exceptions it throws.
 *
 * <p>All types are immutable and thread-safe. None of them uses storage, the network or a clock.
 */
@NullMarked
package dev.accounts.model;

import org.jspecify.annotations.NullMarked;
