/**
 * Start with {@link dev.accounts.testkit.contract.delegation.DelegatedTokensContract}: tokens that are good for less than a session.
 */
@NullMarked
package dev.accounts.testkit.contract.delegation;

import org.jspecify.annotations.NullMarked;
