/**
 * Start with {@link dev.accounts.internal.throttle.Throttle}: how failed attempts and mails are counted and slowed down.
 */
@NullMarked
package dev.accounts.internal.throttle;

import org.jspecify.annotations.NullMarked;
