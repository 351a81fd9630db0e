/**
 * Start with {@link dev.accounts.spi.AccountStores}: what an adapter implements to remember accounts, and the two ports that
 * a host may replace ({@link dev.accounts.spi.PasswordHasher}, {@link dev.accounts.spi.TokenSource}).
 *
 * <p>Each method of a store is one atomic operation and says its guarantee. The contracts that prove them are published in
 * account-testkit. A {@link dev.accounts.spi.UnitOfWork} makes several of them one change. Stores throw {@link dev.accounts.model.StorageException} and nothing else; absence is
 * {@link java.util.Optional}.
 */
@NullMarked
package dev.accounts.spi;

import org.jspecify.annotations.NullMarked;
