/**
 * Start with {@link dev.accounts.internal.message.OutboxWriter}: the queueing and delivery of messages.
 */
@NullMarked
package dev.accounts.internal.message;

import org.jspecify.annotations.NullMarked;
