/**
 * Start with {@link dev.accounts.internal.account.AccountEditor}: how an account is created, logged in to, changed, exported
 * and deleted.
 */
@NullMarked
package dev.accounts.internal.account;

import org.jspecify.annotations.NullMarked;
