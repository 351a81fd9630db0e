/**
 * Start with {@link dev.accounts.internal.text.TextForm}: what makes a text, a username or an address acceptable, and the
 * Unicode behind it.
 */
@NullMarked
package dev.accounts.internal.text;

import org.jspecify.annotations.NullMarked;
