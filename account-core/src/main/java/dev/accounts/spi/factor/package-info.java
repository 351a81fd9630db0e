/**
 * Start with {@link dev.accounts.spi.factor.SecretCipher}: what a host gives for second factors, and the stores that an adapter
 * implements for them.
 */
@NullMarked
package dev.accounts.spi.factor;

import org.jspecify.annotations.NullMarked;
