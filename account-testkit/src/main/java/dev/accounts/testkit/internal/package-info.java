/**
 * Start with {@link dev.accounts.testkit.internal.AccountsFixture}: what several contracts share.
 */
@NullMarked
package dev.accounts.testkit.internal;

import org.jspecify.annotations.NullMarked;
