package dev.accounts.internal.proof;

import dev.accounts.internal.factor.OtpauthUri;
import dev.accounts.internal.factor.ProofForm;
import dev.accounts.internal.factor.Totp;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.factor.StoredTotp;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Enrols apps for one-time codes in two steps: the first gives a seed, the second shows that the app has it. */
public record TotpEnrolments(TotpOffer offer, FactorEnrolment enrolment) {

    private static final String ENROLMENT = "enrolment";
    private static final long NONE_USED = -1;

    public TotpEnrolment begin(Caller caller) {
        offer.require();
        StoredUser user = enrolment.owner(caller);
        byte[] seed = Totp.newSeed(enrolment.codes().random());
        OneTimeToken begun =
                enrolment.begin(user, Purpose.ENROL_TOTP, offer.seeds().encrypt(user.id(), seed));
        return new TotpEnrolment(
                begun.value(),
                OtpauthUri.of(offer.policy().issuer(), user.username(), seed),
                OtpauthUri.secret(seed),
                begun.expiresAt());
    }

    public FactorEnrolment.Enrolled confirm(Caller caller, @Nullable String enrolled, @Nullable String code) {
        forms().require(Proof.totp(code), ENROLMENT, enrolled);
        offer.require();
        FactorEnrolment.Shown shown = shown(caller, enrolled == null ? "" : enrolled, code == null ? "" : code);
        return enrolment.enrol(caller, shown, unknown());
    }

    private FactorEnrolment.Shown shown(Caller caller, String enrolled, String code) {
        StoredOneTimeToken begun =
                enrolment.begun(caller, Purpose.ENROL_TOTP, enrolled).orElseThrow(this::unknown);
        byte[] seed = offer.seeds().decrypt(caller.id(), begun.payload());
        Instant now = offer.clock().instant();
        OptionalLong step = Totp.step(seed, code, now, NONE_USED);
        if (step.isEmpty()) {
            throw forms().refusal(ProofForm.CODE, "invalid");
        }
        StoredTotp totp = new StoredTotp(caller.id(), begun.payload(), step.getAsLong(), now);
        return new FactorEnrolment.Shown(
                begun,
                AuthenticationMethod.TOTP,
                AccountEvent.Kind.TOTP_ENROLLED,
                any -> {},
                owner -> enrolment.stores().totp().put(totp));
    }

    private InvalidInputException unknown() {
        return forms().refusal(ENROLMENT, "invalid");
    }

    private ProofForm forms() {
        return enrolment.forms();
    }
}
