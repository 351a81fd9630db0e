package dev.accounts.internal.factor;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.message.OutboxWriter;
import dev.accounts.internal.throttle.AttemptLimits;
import dev.accounts.internal.throttle.PerNameQueue;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.factor.Proof;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.factor.StoredTotp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges proofs of second factors and uses them up. Failures have a count of their own for each account, which only a completed login
 * clears (NIST SP 800-63B-4, 3.2.2).
 */
public record FactorCheck(
        AccountStores stores,
        Seeds seeds,
        AttemptLimits limits,
        OutboxWriter outbox,
        EventPublisher events,
        InstantSource clock) {

    private static final Logger LOG = LoggerFactory.getLogger(FactorCheck.class);

    /** The number of failures in a row of which the owner is told. It is met once, until a login clears the count. */
    private static final int TOLD_FAILURES = 5;

    /**
     * The owner who gives a proof.
     *
     * @param completesLogin whether success completes a login
     */
    public record Claim(StoredUser user, Actor actor, boolean completesLogin) {}

    /**
     * Uses up a proof and takes the step that it allows, in one transaction. At most one of all simultaneous calls with one proof takes
     * its step.
     *
     * @param step returns empty if something else stops it
     * @return the result of the step; empty if the proof is wrong or was used before
     * @throws TooManyAttemptsException if too many proofs have failed
     */
    public <T> Optional<Optional<T>> use(Claim claim, Proof proof, Supplier<Optional<T>> step) {
        PerNameQueue.Arrival arrival = limits.arrive();
        AttemptLimits.Seen seen = limits.seen(limits.factor(claim.user().id()), arrival);
        return limits.inTurn(seen, () -> judge(seen, claim, proof, step));
    }

    private <T> Optional<Optional<T>> judge(
            AttemptLimits.Seen seen, Claim claim, Proof proof, Supplier<Optional<T>> step) {
        AttemptLimits.Attempt attempt = limits.begin(seen);
        attempt.delay().ifPresent(wait -> {
            throw events.throttled(claim.actor(), wait);
        });
        Optional<Optional<T>> taken;
        try {
            BooleanSupplier use = use(claim, proof);
            taken = stores.atomically(() -> use.getAsBoolean() ? Optional.of(step.get()) : Optional.empty());
        } catch (RuntimeException notJudged) {
            limits.notMade(seen, attempt);
            throw notJudged;
        }
        conclude(seen, attempt, claim, taken);
        return taken;
    }

    private <T> void conclude(
            AttemptLimits.Seen seen, AttemptLimits.Attempt attempt, Claim claim, Optional<Optional<T>> taken) {
        if (taken.isEmpty()) {
            LOG.debug("a second factor of user {} was refused", claim.user().id());
            limits.failed(seen, attempt);
            if (limits.failures(attempt).equals(Optional.of(TOLD_FAILURES))) {
                tellOwner(claim.user());
            }
            events.report(
                    claim.actor(),
                    context -> new AccountEvent.LoginRefused(context, AccountEvent.Reason.WRONG_SECOND_FACTOR));
        } else if (claim.completesLogin() && taken.get().isPresent()) {
            limits.succeeded(seen, attempt);
        } else {
            limits.notMade(seen, attempt);
        }
    }

    /** Whoever fails at the second factor knows the password, or has the token, of the account (OWASP ASVS 5.0, 6.3.5). */
    private void tellOwner(StoredUser user) {
        stores.apart(() -> {
            outbox.tell(user, AccountMessage.Kind.SECOND_FACTOR_FAILED);
            return true;
        });
    }

    /** Judges a proof as far as it can be judged outside the transaction; returns what uses it up inside. */
    private BooleanSupplier use(Claim claim, Proof proof) {
        if (proof instanceof Proof.Totp totp) {
            return present(totp.code())
                    .flatMap(code -> stores.totp().find(claim.user().id()).map(stored -> use(stored, code)))
                    .orElse(FactorCheck::isWrong);
        }
        if (proof instanceof Proof.RecoveryCode recovery) {
            return present(recovery.code())
                    .flatMap(RecoveryCode::digest)
                    .map(digest -> use(claim, digest))
                    .orElse(FactorCheck::isWrong);
        }
        return FactorCheck::isWrong;
    }

    /** Uses nothing up. */
    private static boolean isWrong() {
        return false;
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text);
    }

    private BooleanSupplier use(Claim claim, TokenDigest recoveryCode) {
        return () -> {
            boolean used = stores.recoveryCodes().use(claim.user().id(), recoveryCode);
            if (used) {
                outbox.tell(claim.user(), AccountMessage.Kind.RECOVERY_CODE_USED);
                events.publish(claim.actor(), AccountEvent.Kind.RECOVERY_CODE_USED);
            }
            return used;
        };
    }

    private BooleanSupplier use(StoredTotp stored, String code) {
        byte[] seed = seeds.decrypt(stored.userId(), stored.encryptedSeed());
        OptionalLong step = Totp.step(seed, code, clock.instant(), stored.lastStep());
        if (step.isEmpty()) {
            return FactorCheck::isWrong;
        }
        Optional<String> rotated = seeds.rotated(stored, seed);
        return () -> {
            boolean used = stores.totp().use(stored, step.getAsLong());
            if (used) {
                rotated.ifPresent(encrypted -> stores.totp().reencrypt(stored, encrypted));
            }
            return used;
        };
    }
}
