/**
 * Start with {@link dev.accounts.testkit.memory.InMemoryAccountStores}: stores that keep accounts in memory, for tests.
 *
 * <p>They pass the contracts that the stores of account-jpa pass.
 */
@NullMarked
package dev.accounts.testkit.memory;

import org.jspecify.annotations.NullMarked;
