package dev.accounts.internal.factor;

import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.factor.FactorCheck.Claim;
import dev.accounts.internal.message.OutboxWriter;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.Proof;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.factor.PasskeyVerifier.PasskeyUse;
import dev.accounts.spi.factor.StoredPasskey;
import dev.accounts.spi.factor.StoredTotp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Knows of each kind of proof when it is right, and how it is used up. */
public record ProofJudge(
        AccountStores stores,
        Seeds seeds,
        PasskeyCheck passkeys,
        OneTimeTokens challenges,
        ProofForm forms,
        OutboxWriter outbox,
        EventPublisher events,
        InstantSource clock) {

    /** Judges a proof outside the transaction; returns what uses it up inside, or empty if it is wrong. */
    Optional<BooleanSupplier> fitting(Claim claim, Proof proof) {
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
        String challenge =
                claim.login().orElseGet(() -> passkeys.challenge(answer).orElse(""));
        Purpose purpose = claim.login().isPresent() ? Purpose.LOGIN : Purpose.CONFIRM_PASSKEY;
        StoredOneTimeToken asked = challenges
                .find(purpose, challenge)
                .filter(found -> found.userId() == claim.user().id())
                .orElseThrow(() -> unknown(purpose));
        return signed(claim, answer, asked, challenge).map(signed -> () -> use(asked, signed));
    }

    /** An answer to a challenge that is no longer good is not judged: a form that was sent twice would look like a copied authenticator. */
    private InvalidInputException unknown(Purpose purpose) {
        return forms.refusal(purpose == Purpose.LOGIN ? ProofForm.CHALLENGE : ProofForm.PASSKEY, "invalid");
    }

    /** The challenge of a login is used up with the login. */
    private boolean use(StoredOneTimeToken asked, PasskeyCheck.Signed signed) {
        return (asked.purpose() == Purpose.LOGIN || challenges.use(asked)) && passkeys.use(signed);
    }

    private Optional<PasskeyCheck.Signed> signed(
            Claim claim, PasskeyAssertion answer, StoredOneTimeToken asked, String challenge) {
        return passkeys.find(answer)
                .filter(passkey -> passkey.userId() == claim.user().id())
                .flatMap(passkey -> passkeys.verify(passkey, answer, new PasskeyCheck.Asked(challenge, true))
                        .flatMap(use -> accepted(claim, passkey, use, asked)));
    }

    /** A counter that another node has raised for the same form belongs to a challenge that is used up. */
    private Optional<PasskeyCheck.Signed> accepted(
            Claim claim, StoredPasskey passkey, PasskeyUse use, StoredOneTimeToken asked) {
        if (!PasskeyCheck.goesOn(passkey, use) && !challenges.isGood(asked)) {
            throw unknown(asked.purpose());
        }
        return passkeys.accept(passkey, use, 0, claim.actor().source());
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
