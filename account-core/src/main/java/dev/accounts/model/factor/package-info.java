/**
 * Start with {@link dev.accounts.model.factor.Proof}: how owners prove themselves, besides and after the password.
 */
@NullMarked
package dev.accounts.model.factor;

import org.jspecify.annotations.NullMarked;
