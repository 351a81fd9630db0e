/**
 * Start with {@link dev.accounts.jpa.internal.store.JpaUserStore}: one class for each port, and one for each statement that
 * is hard to get right.
 */
@NullMarked
package dev.accounts.jpa.internal.store;

import org.jspecify.annotations.NullMarked;
