/**
 * Start with {@link dev.accounts.password.Argon2idHasher}: how passwords are hashed and looked up in breach files.
 *
 * <p>{@link dev.accounts.password.DjangoPasswordHasher} also verifies the hashes that Django stores, and
 * {@link dev.accounts.password.BreachedPasswords} is the check of a new password against known breaches.
 */
@NullMarked
package dev.accounts.password;

import org.jspecify.annotations.NullMarked;
