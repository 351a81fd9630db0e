package dev.accounts.internal.factor;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.message.OutboxWriter;
import dev.accounts.internal.throttle.AttemptLimits;
import dev.accounts.internal.throttle.PerNameQueue;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountException;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.Proof;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.factor.StoredTotp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges proofs of second factors and uses them up. Failures have a count of their own for each account, which no setting switches off
 * (NIST SP 800-63B-4, 3.2.2). A completed login clears it, and so does a day without an attempt.
 */
public record FactorCheck(
        AccountStores stores,
        Seeds seeds,
        PasskeyCheck passkeys,
        OneTimeTokens challenges,
        AttemptLimits limits,
        ProofForm forms,
        OutboxWriter outbox,
        EventPublisher events,
        InstantSource clock) {

    private static final Logger LOG = LoggerFactory.getLogger(FactorCheck.class);

    /** The number of failures in a row of which the owner is told. It is met once, until a login clears the count. */
    private static final int TOLD_FAILURES = 5;

    /**
     * The owner who gives a proof.
     *
     * @param login the challenge of the login that success completes; empty in a session
     */
    public record Claim(StoredUser user, Actor actor, Optional<String> login) {}

    /**
     * The step that a proof allows. It runs in a transaction of its own, which has locked the account, and uses up the proof when nothing
     * else can stop it.
     */
    @FunctionalInterface
    public interface Step<T> {

        /**
         * Takes the step.
         *
         * @param use uses up the proof; returns the refusal if it was used before
         */
        T take(Supplier<Optional<? extends AccountException>> use);
    }

    /**
     * Counts and judges a proof, and takes the step that it allows. At most one of all simultaneous calls with one proof takes its step. A
     * proof that is wrong for certain begins no transaction.
     *
     * @throws InvalidInputException if the proof is wrong or was used before
     * @throws TooManyAttemptsException if too many proofs have failed
     */
    public <T> T use(Claim claim, Proof proof, Step<T> step) {
        PerNameQueue.Arrival arrival = limits.arrive();
        AttemptLimits.Seen seen = limits.seen(limits.factor(claim.user().id()), arrival);
        return limits.inTurn(seen, () -> judge(seen, claim, proof, step));
    }

    private <T> T judge(AttemptLimits.Seen seen, Claim claim, Proof proof, Step<T> step) {
        AttemptLimits.Attempt attempt = limits.begin(seen);
        attempt.delay().ifPresent(wait -> {
            throw events.throttled(claim.actor(), wait);
        });
        Optional<BooleanSupplier> fitting = fitting(seen, attempt, claim, proof);
        if (fitting.isEmpty()) {
            failed(seen, attempt, claim, stores::apart);
            throw forms.wrong(proof);
        }
        AtomicBoolean wasUsed = new AtomicBoolean();
        T taken;
        try {
            taken = step.take(() -> {
                wasUsed.set(!fitting.get().getAsBoolean());
                return wasUsed.get() ? Optional.of(forms.wrong(proof)) : Optional.empty();
            });
        } catch (RuntimeException stopped) {
            if (wasUsed.get()) {
                // A transaction under way holds the lock on the account, for which the mail would wait.
                failed(seen, attempt, claim, stores::atomically);
            } else {
                quietly(() -> limits.notMade(seen, attempt));
            }
            throw stopped;
        }
        quietly(() -> conclude(seen, attempt, claim.login().isPresent()));
        return taken;
    }

    private Optional<BooleanSupplier> fitting(
            AttemptLimits.Seen seen, AttemptLimits.Attempt attempt, Claim claim, Proof proof) {
        try {
            return fitting(claim, proof);
        } catch (RuntimeException notJudged) {
            quietly(() -> limits.notMade(seen, attempt));
            throw notJudged;
        }
    }

    private void failed(
            AttemptLimits.Seen seen,
            AttemptLimits.Attempt attempt,
            Claim claim,
            Consumer<Supplier<Boolean>> transaction) {
        LOG.debug("a second factor of user {} was refused", claim.user().id());
        if (limits.failed(seen, attempt) == TOLD_FAILURES) {
            quietly(() -> transaction.accept(() -> tellOwner(claim.user())));
        }
        events.report(
                claim.actor(),
                context -> new AccountEvent.LoginRefused(context, AccountEvent.Reason.WRONG_SECOND_FACTOR));
    }

    private void conclude(AttemptLimits.Seen seen, AttemptLimits.Attempt attempt, boolean clears) {
        if (clears) {
            limits.succeeded(seen, attempt);
        } else {
            limits.notMade(seen, attempt);
        }
    }

    /** Runs what follows a step that is committed, or a refusal: a failure of the store must not replace the result. */
    private static void quietly(Runnable action) {
        try {
            action.run();
        } catch (StorageException | BusyException e) {
            LOG.debug("what follows the use of a second factor could not be stored", e);
        }
    }

    /** A caller who fails at the second factor knows the password, or has a token, of the account (OWASP ASVS 5.0, 6.3.5). */
    private boolean tellOwner(StoredUser user) {
        outbox.tell(user, AccountMessage.Kind.SECOND_FACTOR_FAILED);
        return true;
    }

    /** Judges a proof outside the transaction; returns what uses it up inside, or empty if it is wrong. */
    private Optional<BooleanSupplier> fitting(Claim claim, Proof proof) {
        if (proof instanceof Proof.Totp totp) {
            return Optional.ofNullable(totp.code())
                    .flatMap(code -> stores.totp().find(claim.user().id()).flatMap(stored -> fitting(stored, code)));
        }
        if (proof instanceof Proof.RecoveryCode recovery) {
            return Optional.ofNullable(recovery.code())
                    .flatMap(RecoveryCode::digest)
                    .filter(digest -> stores.recoveryCodes().has(claim.user().id(), digest))
                    .map(digest -> () -> use(claim, digest));
        }
        return proof instanceof Proof.Passkey passkey
                ? Optional.ofNullable(passkey.answer()).flatMap(answer -> fitting(claim, answer))
                : Optional.empty();
    }

    private Optional<BooleanSupplier> fitting(Claim claim, PasskeyAssertion answer) {
        if (claim.login().isPresent()) {
            return signed(claim, answer, claim.login().get()).map(signed -> () -> passkeys.use(signed));
        }
        return passkeys.challenge(answer)
                .flatMap(challenge -> challenges
                        .find(Purpose.CONFIRM_PASSKEY, challenge)
                        .filter(asked -> asked.userId() == claim.user().id())
                        .flatMap(asked -> signed(claim, answer, challenge)
                                .map(signed -> () -> challenges.use(asked) && passkeys.use(signed))));
    }

    private Optional<PasskeyCheck.Signed> signed(Claim claim, PasskeyAssertion answer, String challenge) {
        return passkeys.find(answer)
                .filter(passkey -> passkey.userId() == claim.user().id())
                .flatMap(passkey -> passkeys.judge(
                        passkey,
                        answer,
                        PasskeyCheck.Asked.stored(challenge),
                        claim.actor().source()));
    }

    private boolean use(Claim claim, TokenDigest recoveryCode) {
        boolean used = stores.recoveryCodes().use(claim.user().id(), recoveryCode);
        if (used) {
            outbox.tell(claim.user(), AccountMessage.Kind.RECOVERY_CODE_USED);
            events.publish(claim.actor(), AccountEvent.Kind.RECOVERY_CODE_USED);
        }
        return used;
    }

    private Optional<BooleanSupplier> fitting(StoredTotp stored, String code) {
        byte[] seed = seeds.decrypt(stored.userId(), stored.encryptedSeed());
        OptionalLong step = Totp.step(seed, code, clock.instant(), stored.lastStep());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> rotated = seeds.rotated(stored, seed);
        return Optional.of(() -> {
            boolean used = stores.totp().use(stored, step.getAsLong());
            if (used) {
                rotated.ifPresent(encrypted -> stores.totp().reencrypt(stored, encrypted));
            }
            return used;
        });
    }
}
