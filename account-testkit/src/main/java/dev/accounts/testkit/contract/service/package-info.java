/**
 * Start with {@link dev.accounts.testkit.contract.service.AccountServiceContract}: register, log in, log out, me and getUser
 * over any stores.
 *
 * <p>A class named {@code *Cases} holds a group of the cases of a contract; a contract nests it.
 */
@NullMarked
package dev.accounts.testkit.contract.service;

import org.jspecify.annotations.NullMarked;
