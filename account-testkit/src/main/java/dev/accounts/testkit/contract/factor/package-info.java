/**
 * Start with {@link dev.accounts.testkit.contract.factor.SecondFactorContract}: what second factors guarantee over the stores of any
 * adapter. Each class whose name ends in {@code Cases} holds the cases of one part.
 * {@link dev.accounts.testkit.contract.factor.PasskeyStoreContract} is about the store of passkeys alone.
 */
@NullMarked
package dev.accounts.testkit.contract.factor;

import org.jspecify.annotations.NullMarked;
