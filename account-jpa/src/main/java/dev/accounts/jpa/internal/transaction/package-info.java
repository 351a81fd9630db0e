/**
 * Start with {@link dev.accounts.jpa.internal.transaction.StoreCalls}: in which transaction a store works, and what a
 * failure of the database becomes.
 */
@NullMarked
package dev.accounts.jpa.internal.transaction;

import org.jspecify.annotations.NullMarked;
