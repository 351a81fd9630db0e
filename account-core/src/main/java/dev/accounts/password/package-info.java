/**
 * Start with {@link dev.accounts.password.Argon2idHasher}: password hashing, and the search for passwords in breach files.
 *
 * <p>{@link dev.accounts.password.DjangoPasswordHasher} also verifies hashes that Django has stored.
 * {@link dev.accounts.password.BreachedPasswords} checks a new password against known breaches.
 */
@NullMarked
package dev.accounts.password;

import org.jspecify.annotations.NullMarked;
