/**
 * Start with {@link dev.accounts.testkit.contract.life.AccountLifeContract}: sessions, passwords, addresses, messages and
 * leaving over any stores.
 *
 * <p>A class named {@code *Cases} holds a group of the cases of a contract; a contract nests it.
 */
@NullMarked
package dev.accounts.testkit.contract.life;

import org.jspecify.annotations.NullMarked;
