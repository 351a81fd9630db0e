/**
 * Start with {@link dev.accounts.internal.message.Mailbox}: how messages get into the outbox and out of it.
 */
@NullMarked
package dev.accounts.internal.message;

import org.jspecify.annotations.NullMarked;
