package dev.accounts.internal.account;

import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.message.OutboxWriter;
import dev.accounts.internal.token.Revocation;

/** Carries out what follows from a change of credentials: revokes tokens, mails the owner, and notifies listeners. */
public record Consequences(Revocation revocation, OutboxWriter outbox, EventPublisher events) {}
