/**
 * Start with {@link dev.accounts.jpa.spi.AccountTransactions}, which a host implements if it has its own transactions.
 */
@NullMarked
package dev.accounts.jpa.spi;

import org.jspecify.annotations.NullMarked;
