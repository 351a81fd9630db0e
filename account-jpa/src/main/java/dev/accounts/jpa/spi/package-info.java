/**
 * Start with {@link dev.accounts.jpa.spi.AccountTransactions}: what a host with transactions of its own implements.
 */
@NullMarked
package dev.accounts.jpa.spi;

import org.jspecify.annotations.NullMarked;
