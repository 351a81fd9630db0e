package dev.accounts.policy;

import static java.util.Objects.requireNonNull;

/**
 * Limits what one source may do with no more than an account of its own (OWASP ASVS 5.0, 2.4.1 and 6.3.1). A source is what the host passes
 * to {@code from}, such as the address of the client; calls without a source are not limited. Immutable.
 *
 * @param failedLogins logins that fail, except those of accounts that have logged in from the source within 30 days
 * @param registrations registrations, and changes of the own username or address, that ask the store whether a name or an
 *     address is taken, whether they succeed or not
 * @param mails requests for a one-time link, whether or not the address is known, and changes of the own password, of which
 *     the address is told
 * @param links one-time links that are presented, whether or not they are good
 */
public record SourcePolicy(RateLimit failedLogins, RateLimit registrations, RateLimit mails, RateLimit links) {

    /**
     * Checks that no limit is null.
     *
     * @throws NullPointerException if a limit is null
     */
    public SourcePolicy {
        requireNonNull(failedLogins, "failedLogins");
        requireNonNull(registrations, "registrations");
        requireNonNull(mails, "mails");
        requireNonNull(links, "links");
    }

    /**
     * Returns the defaults, for an hour: 100 failed logins, 60 registrations, 60 mails and 100 links. An office of a thousand
     * people behind one address does not meet them: the mistakes of people who have logged in there before do not count, and
     * sixty people may register at once.
     *
     * @return the defaults
     */
    public static SourcePolicy defaults() {
        return new SourcePolicy(
                RateLimit.perHour(100), RateLimit.perHour(60), RateLimit.perHour(60), RateLimit.perHour(100));
    }

    /**
     * Returns a copy with another limit of failed logins.
     *
     * @param value the limit
     * @return the new policy
     * @throws NullPointerException if {@code value} is null
     */
    public SourcePolicy failedLogins(RateLimit value) {
        return new SourcePolicy(value, registrations, mails, links);
    }

    /**
     * Returns a copy with another limit of registrations.
     *
     * @param value the limit
     * @return the new policy
     * @throws NullPointerException if {@code value} is null
     */
    public SourcePolicy registrations(RateLimit value) {
        return new SourcePolicy(failedLogins, value, mails, links);
    }

    /**
     * Returns a copy with another limit of mails.
     *
     * @param value the limit
     * @return the new policy
     * @throws NullPointerException if {@code value} is null
     */
    public SourcePolicy mails(RateLimit value) {
        return new SourcePolicy(failedLogins, registrations, value, links);
    }

    /**
     * Returns a copy with another limit of presented links.
     *
     * @param value the limit
     * @return the new policy
     * @throws NullPointerException if {@code value} is null
     */
    public SourcePolicy links(RateLimit value) {
        return new SourcePolicy(failedLogins, registrations, mails, value);
    }
}
