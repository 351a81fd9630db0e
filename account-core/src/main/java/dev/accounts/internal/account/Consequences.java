package dev.accounts.internal.account;

import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.message.OutboxWriter;
import dev.accounts.internal.token.Revocation;

/** What follows from a change of credentials: tokens are revoked, the owner gets a mail, and listeners hear of it. */
public record Consequences(Revocation revocation, OutboxWriter outbox, EventPublisher events) {}
