/**
 * Start with {@link dev.accounts.internal.throttle.Throttle}: the limits on failed attempts and on mails.
 */
@NullMarked
package dev.accounts.internal.throttle;

import org.jspecify.annotations.NullMarked;
