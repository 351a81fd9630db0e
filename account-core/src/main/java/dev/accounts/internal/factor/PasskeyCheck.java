package dev.accounts.internal.factor;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.message.OutboxWriter;
import dev.accounts.internal.throttle.MailLimits;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
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

    /**
     * What an answer must be an answer to.
     *
     * @param challenge the challenge in base64url
     * @param number the number of the challenge of a login without a name; 0 for a challenge that is stored
     * @param userVerification whether the authenticator must have verified its user
     */
    public record Asked(String challenge, long number, boolean userVerification) {

        /** The challenge of an account that has given another proof. */
        static Asked stored(String challenge) {
            return new Asked(challenge, 0, false);
        }
    }

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

    /** Judges an answer, outside a transaction; returns what is to be stored inside, or empty if the answer is wrong. */
    public Optional<Signed> judge(
            StoredPasskey passkey, PasskeyAssertion answer, Asked asked, Optional<String> source) {
        return party.filter(host -> RelyingParty.isOf(passkey, answer.userHandle(), asked.number() == 0))
                .flatMap(host -> host.verifier()
                        .authenticate(
                                answer,
                                passkey.publicKey(),
                                host.expected(asked.challenge(), asked.userVerification())))
                .filter(use -> goesOn(passkey, use, source))
                .map(use -> new Signed(passkey, usage(passkey, use, asked)));
    }

    private StoredPasskey.Usage usage(StoredPasskey passkey, PasskeyUse use, Asked asked) {
        return new StoredPasskey.Usage(
                use.signCount(),
                Math.max(passkey.usage().lastChallenge(), asked.number()),
                use.backedUp(),
                Optional.of(clock.instant()));
    }

    /** Stores a use, in the transaction of what it allows; returns false if the passkey was used meanwhile. */
    public boolean use(Signed signed) {
        return stores.passkeys().use(signed.passkey(), signed.next());
    }

    /** A counter that does not grow shows a copy of the authenticator. Synced passkeys do not count (W3C Web Authentication, 6.1.1). */
    private boolean goesOn(StoredPasskey passkey, PasskeyUse use, Optional<String> source) {
        long seen = passkey.usage().signCount();
        boolean goesOn = use.signCount() > seen || (use.signCount() == 0 && seen == 0);
        if (!goesOn) {
            LOG.debug("the counter of a passkey of user {} went back", passkey.userId());
            stores.apart(() -> tellCopied(passkey, source));
        }
        return goesOn;
    }

    private boolean tellCopied(StoredPasskey passkey, Optional<String> source) {
        Optional<StoredUser> owner = stores.users().read(UserKey.id(passkey.userId()));
        owner.ifPresent(user -> {
            events.publish(Actor.anonymous(Optional.of(user.id()), source), AccountEvent.Kind.PASSKEY_COPIED);
            user.email().key().filter(mails::mayTell).ifPresent(key -> {
                outbox.tell(user, AccountMessage.Kind.PASSKEY_COPIED);
                stores.afterCommit(() -> mails.told(key));
            });
        });
        return owner.isPresent();
    }
}
