/**
 * Start with {@link dev.accounts.AccountService}: what a host application calls, and the rules behind it.
 *
 * <p>Besides the service and its builder, a host meets {@link dev.accounts.Registration}, {@link dev.accounts.Towns},
 * {@link dev.accounts.UserVisibility}, {@link dev.accounts.Argon2idHasher} and, if its accounts come from elsewhere,
 * {@link dev.accounts.DjangoPasswordHasher} and {@link dev.accounts.AccountNames}; everything else is inside.
 */
@NullMarked
package dev.accounts;

import org.jspecify.annotations.NullMarked;
