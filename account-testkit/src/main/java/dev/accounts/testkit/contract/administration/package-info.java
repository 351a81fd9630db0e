/**
 * Start with {@link dev.accounts.testkit.contract.administration.AccountAdministrationContract}: what staff may do, over any
 * stores.
 *
 * <p>A class named {@code *Cases} holds a group of the cases of a contract; a contract nests it.
 */
@NullMarked
package dev.accounts.testkit.contract.administration;

import org.jspecify.annotations.NullMarked;
