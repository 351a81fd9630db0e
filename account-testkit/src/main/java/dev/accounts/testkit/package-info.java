/**
 * Start with {@link dev.accounts.testkit.TestAccounts}: a whole account system in memory, for the tests of a host.
 *
 * <p>{@link dev.accounts.testkit.AccountsExtension} injects it into JUnit tests. Tests can also use its fakes alone: stores in
 * memory, an instant hasher, a clock that tests move, tokens that count up. Do not use them in production.
 */
@NullMarked
package dev.accounts.testkit;

import org.jspecify.annotations.NullMarked;
