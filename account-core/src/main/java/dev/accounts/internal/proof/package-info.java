/**
 * Start with {@link dev.accounts.internal.proof.FactorLogin}: what owners do with second factors. They enrol and remove them, log in with
 * them and confirm by them that they are there.
 */
@NullMarked
package dev.accounts.internal.proof;

import org.jspecify.annotations.NullMarked;
