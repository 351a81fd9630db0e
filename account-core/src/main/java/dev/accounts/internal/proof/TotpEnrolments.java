package dev.accounts.internal.proof;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.account.ConfirmedChange;
import dev.accounts.internal.factor.OtpauthUri;
import dev.accounts.internal.factor.ProofForm;
import dev.accounts.internal.factor.Totp;
import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.internal.token.TokenRenewal;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountException;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.RecoveryCodes;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.factor.StoredTotp;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Enrols apps for one-time codes in two steps: the first gives a seed, the second shows that the app has it. */
public record TotpEnrolments(
        TotpOffer offer, FactorChange change, AccountStores stores, Tokens tokens, RecoveryCodeIssue codes) {

    private static final String ENROLMENT = "enrolment";
    private static final long NONE_USED = -1;

    /** The tokens of enrolments, and those of sessions. */
    public record Tokens(OneTimeTokens oneTime, TokenRenewal sessions) {}

    /** The result of an enrolment. */
    public record Enrolled(IssuedToken token, RecoveryCodes recoveryCodes) {}

    /** A seed whose app has shown a right code. */
    private record Shown(StoredOneTimeToken enrolment, StoredTotp totp) {}

    public TotpEnrolment begin(Caller caller) {
        offer.require();
        change.fresh().require(caller);
        StoredUser user = stores.users().read(UserKey.id(caller.id())).orElseThrow(ConfirmedChange::gone);
        requireVerified(user);
        byte[] seed = Totp.newSeed(codes.random());
        OneTimeToken enrolment = tokens.oneTime()
                .begin(Purpose.ENROL_TOTP, user.id(), offer.seeds().encrypt(user.id(), seed))
                .orElseThrow(ConfirmedChange::gone);
        return new TotpEnrolment(
                enrolment.value(),
                OtpauthUri.of(offer.policy().issuer(), user.username(), seed),
                OtpauthUri.secret(seed),
                enrolment.expiresAt());
    }

    public Enrolled confirm(Caller caller, @Nullable String enrolment, @Nullable String code) {
        forms().require(Proof.totp(code), ENROLMENT, enrolment);
        offer.require();
        Shown shown = shown(caller, enrolment == null ? "" : enrolment, code == null ? "" : code);
        AtomicReference<@Nullable IssuedToken> renewed = new AtomicReference<>();
        AtomicReference<@Nullable RecoveryCodes> issued = new AtomicReference<>();
        change.apply(caller, now -> {
            requireVerified(now);
            return Edit.of(
                            user -> user.withSecondFactor(true),
                            () -> issued.set(enrol(caller, now, shown.totp(), requireNonNull(renewed.get()))))
                    .under(() -> renew(caller, shown.enrolment(), renewed));
        });
        return new Enrolled(requireNonNull(renewed.get()), requireNonNull(issued.get()));
    }

    private Optional<? extends AccountException> renew(
            Caller caller, StoredOneTimeToken enrolment, AtomicReference<@Nullable IssuedToken> renewed) {
        if (!tokens.oneTime().use(enrolment)) {
            return Optional.of(unknown());
        }
        Optional<IssuedToken> token = tokens.sessions().renew(caller, AuthenticationMethod.TOTP);
        renewed.set(token.orElse(null));
        return token.isPresent() ? Optional.empty() : Optional.of(ConfirmedChange.gone());
    }

    private Shown shown(Caller caller, String enrolment, String code) {
        StoredOneTimeToken begun = tokens.oneTime()
                .find(Purpose.ENROL_TOTP, enrolment)
                .filter(found -> found.userId() == caller.id())
                .orElseThrow(this::unknown);
        byte[] seed = offer.seeds().decrypt(caller.id(), begun.payload());
        Instant now = offer.clock().instant();
        OptionalLong step = Totp.step(seed, code, now, NONE_USED);
        if (step.isEmpty()) {
            throw forms().refusal(ProofForm.CODE, "invalid");
        }
        return new Shown(begun, new StoredTotp(caller.id(), begun.payload(), step.getAsLong(), now));
    }

    /** Stores the seed. The first factor revokes all tokens that were issued without one. */
    private RecoveryCodes enrol(Caller caller, StoredUser now, StoredTotp totp, IssuedToken renewed) {
        stores.totp().put(totp);
        RecoveryCodes issued = now.secondFactor() ? RecoveryCodes.NONE : codes.fill(now.id());
        if (!now.secondFactor()) {
            stores.tokens().endAll(now.id(), Optional.of(renewed.token().digest()));
        }
        change.consequences().outbox().tell(now, AccountMessage.Kind.FACTOR_ENROLLED);
        change.consequences().events().publish(caller.actor(), AccountEvent.Kind.TOTP_ENROLLED);
        return issued;
    }

    /** Otherwise somebody could bind a factor to an account under the address of another (OWASP ASVS 5.0, 6.1.3). */
    private void requireVerified(StoredUser user) {
        if (!user.email().address().isEmpty() && !user.email().verified()) {
            throw forms().refusal(EmailAddress.FIELD, "unverified");
        }
    }

    private InvalidInputException unknown() {
        return forms().refusal(ENROLMENT, "invalid");
    }

    private ProofForm forms() {
        return codes.forms();
    }
}
