/**
 * Start with {@link dev.accounts.internal.event.EventPublisher}: who hears of what happened to an account.
 */
@NullMarked
package dev.accounts.internal.event;

import org.jspecify.annotations.NullMarked;
