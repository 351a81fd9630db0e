package dev.accounts.internal.service;

import dev.accounts.internal.account.KnownSources;
import dev.accounts.internal.account.MailedLinks;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.throttle.AttemptLimits;
import dev.accounts.internal.throttle.Counts;
import dev.accounts.internal.throttle.MailLimits;
import dev.accounts.internal.throttle.SourceLimits;
import dev.accounts.internal.throttle.Throttle;
import dev.accounts.model.AccountEvent;
import dev.accounts.policy.ThrottlePolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What bounds the cost of calls, and the chances of a guesser. */
record Limits(
        AttemptLimits attempts, AttemptLimits factors, SourceLimits sources, MailLimits mails, KnownSources known) {

    static Limits of(AccountSettings settings, InstantSource clock, EventPublisher events) {
        Counts counts = new Counts(settings.stores, settings.stores.attempts(), clock);
        SourceLimits sources = new SourceLimits(counts, settings.sources, source -> report(events, source));
        return new Limits(
                new AttemptLimits(
                        settings.queue, counts, settings.throttle.map(policy -> new Throttle(counts, policy)), sources),
                // Six digits can be guessed: no setting for passwords gives more attempts at them.
                new AttemptLimits(
                        settings.queue, counts, Optional.of(new Throttle(counts, ThrottlePolicy.defaults())), sources),
                sources,
                new MailLimits(counts, settings.linkLifetimes()),
                new KnownSources(settings.stores.knownSources(), clock));
    }

    /** How often a source may ask, and how many mails it may cause. */
    MailedLinks.Limits links() {
        return new MailedLinks.Limits(sources, mails);
    }

    /** How long a count of few attempts is kept. */
    static Duration fewMemory(AccountSettings settings) {
        return Throttle.fewMemory(settings.throttle, settings.sources);
    }

    private static void report(EventPublisher events, String source) {
        events.report(
                Actor.anonymous(Optional.empty(), Optional.of(source)),
                context -> new AccountEvent.Plain(AccountEvent.Kind.THROTTLED, context));
    }
}
