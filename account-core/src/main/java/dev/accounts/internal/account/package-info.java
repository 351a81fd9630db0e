/**
 * Start with {@link dev.accounts.internal.account.AccountEditor}: the classes that create, change, export and delete
 * accounts, and log users in.
 */
@NullMarked
package dev.accounts.internal.account;

import org.jspecify.annotations.NullMarked;
