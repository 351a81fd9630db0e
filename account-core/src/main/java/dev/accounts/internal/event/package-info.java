/**
 * Start with {@link dev.accounts.internal.event.EventPublisher}: how listeners and the audit table learn of events.
 */
@NullMarked
package dev.accounts.internal.event;

import org.jspecify.annotations.NullMarked;
