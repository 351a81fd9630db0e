package dev.accounts.internal.factor;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.message.OutboxWriter;
import dev.accounts.internal.throttle.AttemptLimits;
import dev.accounts.internal.throttle.PerNameQueue;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountException;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.BusyException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.factor.Proof;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the steps that proofs of second factors allow. Failures have a count of their own for each account, which no setting switches off
 * (NIST SP 800-63B-4, 3.2.2). A completed login clears it, and so does a day without an attempt.
 */
public record FactorCheck(
        AccountStores stores,
        ProofJudge judge,
        AttemptLimits limits,
        ProofForm forms,
        OutboxWriter outbox,
        EventPublisher events) {

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
            return judge.fitting(claim, proof);
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
}
