/**
 * Start with {@link dev.accounts.jpa.internal.transaction.StoreCalls}, which chooses the transaction that a store works
 * in and translates failures of the database.
 */
@NullMarked
package dev.accounts.jpa.internal.transaction;

import org.jspecify.annotations.NullMarked;
