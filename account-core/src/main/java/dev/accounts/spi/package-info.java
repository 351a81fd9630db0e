/**
 * Start with {@link dev.accounts.spi.AccountStores}: what an adapter or a host implements.
 *
 * <p>An adapter implements the stores. Each method of a store is one atomic operation, and its Javadoc states its
 * guarantee. A {@link dev.accounts.spi.UnitOfWork} makes several of them one change. Stores throw only
 * {@link dev.accounts.model.StorageException}; absence is {@link java.util.Optional}. The contracts that prove the
 * guarantees are published in account-testkit.
 *
 * <p>A host may replace {@link dev.accounts.spi.PasswordHasher} and {@link dev.accounts.spi.TokenSource}. It may add a
 * {@link dev.accounts.spi.AccountListener}, an {@link dev.accounts.spi.AccountNotifier} and
 * {@link dev.accounts.spi.PersonalData}.
 */
@NullMarked
package dev.accounts.spi;

import org.jspecify.annotations.NullMarked;
