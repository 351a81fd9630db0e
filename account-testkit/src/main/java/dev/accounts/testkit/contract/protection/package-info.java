/**
 * Start with {@link dev.accounts.testkit.contract.protection.AccountProtectionContract}: throttling, events and the audit
 * table over any stores.
 *
 * <p>A class named {@code *Cases} holds a group of the cases of a contract; a contract nests it.
 */
@NullMarked
package dev.accounts.testkit.contract.protection;

import org.jspecify.annotations.NullMarked;
