/**
 * Start with {@link dev.accounts.internal.text.TextForm}: the form of texts, usernames and addresses, and the
 * Unicode and digests behind it.
 */
@NullMarked
package dev.accounts.internal.text;

import org.jspecify.annotations.NullMarked;
