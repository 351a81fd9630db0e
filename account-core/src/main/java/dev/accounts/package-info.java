/**
 * Start with {@link dev.accounts.AccountService}: what a host application calls, and the rules behind it.
 *
 * <p>There is a face for each actor: the service for a person, {@link dev.accounts.AccountAdministration} for staff and
 * {@link dev.accounts.AccountMaintenance} for the host's scheduler. Besides them and their builder, a host meets
 * {@link dev.accounts.Registration}, {@link dev.accounts.Towns}, {@link dev.accounts.UserVisibility}, the policies such as
 * {@link dev.accounts.TokenPolicy}, what it may implement ({@link dev.accounts.AccountNotifier},
 * {@link dev.accounts.AccountListener}, {@link dev.accounts.PersonalData}, {@link dev.accounts.BreachedPasswords}),
 * {@link dev.accounts.Argon2idHasher} and, if its accounts come from elsewhere,
 * {@link dev.accounts.DjangoPasswordHasher} and {@link dev.accounts.AccountNames}; everything else is inside.
 */
@NullMarked
package dev.accounts;

import org.jspecify.annotations.NullMarked;
