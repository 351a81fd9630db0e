/**
 * Start with {@link dev.accounts.testkit.contract.store.UserStoreContract}: what every store must do.
 *
 * <p>A class named {@code *Cases} holds a group of the cases of a contract; a contract nests it.
 */
@NullMarked
package dev.accounts.testkit.contract.store;

import org.jspecify.annotations.NullMarked;
