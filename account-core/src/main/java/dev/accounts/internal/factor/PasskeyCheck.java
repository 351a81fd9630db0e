package dev.accounts.internal.factor;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.message.OutboxWriter;
import dev.accounts.internal.throttle.MailLimits;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.BusyException;
import dev.accounts.model.StorageException;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.factor.PasskeyVerifier.PasskeyUse;
import dev.accounts.spi.factor.StoredPasskey;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges what the authenticators of registered passkeys have signed. */
public record PasskeyCheck(
        Optional<RelyingParty> party,
        AccountStores stores,
        OutboxWriter outbox,
        EventPublisher events,
        MailLimits mails,
        InstantSource clock) {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyCheck.class);

    /** A passkey whose authenticator has signed, and what the store must keep of that. */
    public record Signed(StoredPasskey passkey, StoredPasskey.Usage next) {}

    /** Returns to which challenge an answer answers; empty if it is malformed or the host offers no passkeys. */
    public Optional<String> challenge(PasskeyAssertion answer) {
        return party.flatMap(host -> host.verifier().challenge(answer.clientDataJson()));
    }

    public Optional<StoredPasskey> find(PasskeyAssertion answer) {
        return answer.credentialId().length() > StoredPasskey.MAX_CREDENTIAL_ID
                ? Optional.empty()
                : stores.passkeys().find(StoredPasskey.digest(answer.credentialId()));
    }

    /** A challenge, and whether another proof has named the owner who answers it. */
    public record Asked(String challenge, boolean isNamed) {}

    /**
     * Verifies an answer. Without another proof, the authenticator must have verified its user, now and when it was registered: a thief can
     * set the PIN of one that has none.
     */
    public Optional<PasskeyUse> verify(StoredPasskey passkey, PasskeyAssertion answer, Asked asked) {
        return party.filter(host -> asked.isNamed() || passkey.userVerified())
                .filter(host -> host.isOf(passkey, answer.userHandle(), asked.isNamed()))
                .flatMap(host -> host.verifier()
                        .authenticate(answer, passkey.publicKey(), host.expected(asked.challenge(), !asked.isNamed())))
                .filter(use -> use.backupEligible() == passkey.backupEligible());
    }

    /**
     * Accepts what an authenticator has said, outside a transaction; returns what is to be stored inside, or empty if its counter went
     * back.
     *
     * @param number the number of the challenge of a login without a name; 0 for a challenge that is stored
     */
    public Optional<Signed> accept(StoredPasskey passkey, PasskeyUse use, long number, Optional<String> source) {
        if (!goesOn(passkey, use)) {
            LOG.debug("the counter of a passkey of user {} went back", passkey.userId());
            tellCopied(passkey, source);
            return Optional.empty();
        }
        long last = Math.max(passkey.usage().lastChallenge(), number);
        return Optional.of(new Signed(
                passkey, new StoredPasskey.Usage(use.signCount(), last, use.backedUp(), Optional.of(clock.instant()))));
    }

    /** Stores a use, in the transaction of what it allows; returns false if the passkey was used meanwhile. */
    public boolean use(Signed signed) {
        return stores.passkeys().use(signed.passkey(), signed.next());
    }

    /** A counter that does not grow shows a copy of the authenticator. Synced passkeys do not count (W3C Web Authentication, 6.1.1). */
    static boolean goesOn(StoredPasskey passkey, PasskeyUse use) {
        long seen = passkey.usage().signCount();
        return use.signCount() > seen || (use.signCount() == 0 && seen == 0);
    }

    /** The counts of mails are read before the transaction: each has a connection of its own. A failure must not replace the refusal. */
    private void tellCopied(StoredPasskey passkey, Optional<String> source) {
        try {
            stores.users().read(UserKey.id(passkey.userId())).ifPresent(user -> {
                Optional<String> mail = user.email().key().filter(mails::mayTell);
                stores.apart(() -> tellCopied(user, mail, source));
            });
        } catch (StorageException | BusyException e) {
            LOG.debug("the owner of a passkey could not be told of its copy", e);
        }
    }

    private boolean tellCopied(StoredUser user, Optional<String> mail, Optional<String> source) {
        events.publish(Actor.anonymous(Optional.of(user.id()), source), AccountEvent.Kind.PASSKEY_COPIED);
        mail.ifPresent(key -> {
            outbox.tell(user, AccountMessage.Kind.PASSKEY_COPIED);
            stores.afterCommit(() -> mails.told(key));
        });
        return true;
    }
}
