package dev.accounts.internal.proof;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.ConfirmedChange;
import dev.accounts.internal.factor.OpenChallenges;
import dev.accounts.internal.factor.ProofForm;
import dev.accounts.internal.factor.RelyingParty;
import dev.accounts.internal.text.Texts;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.Passkey;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.factor.PasskeyStore;
import dev.accounts.spi.factor.PasskeyVerifier.NewPasskey;
import dev.accounts.spi.factor.StoredPasskey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Registers passkeys in two steps: the first gives a challenge, the second shows that an authenticator has signed it. Also renames them.
 */
public record PasskeyEnrolments(PasskeyOffer offer, FactorEnrolment enrolment) {

    private static final String NAMELESS = "Passkey";
    private static final Pattern TRANSPORT = Pattern.compile("[a-z-]{1,20}");
    private static final int MOST_TRANSPORTS = 4;

    public PasskeyOptions begin(Caller caller) {
        RelyingParty party = offer.require();
        StoredUser user = enrolment.owner(caller);
        List<StoredPasskey> present = passkeys().list(user.id());
        requireRoom(present);
        OneTimeToken begun = enrolment.begin(user, Purpose.REGISTER_PASSKEY, "");
        return party.creation(user, begun.value(), begun.expiresAt(), present);
    }

    public FactorEnrolment.Enrolled register(Caller caller, @Nullable PasskeyRegistration answer, String name) {
        RelyingParty party = offer.require();
        if (answer == null) {
            throw forms().refusal(ProofForm.PASSKEY, "required");
        }
        String challenge = party.verifier().challenge(answer.clientDataJson()).orElse("");
        StoredOneTimeToken begun =
                enrolment.begun(caller, Purpose.REGISTER_PASSKEY, challenge).orElseThrow(this::unknown);
        StoredPasskey passkey = party.verifier()
                .register(answer, party.expected(challenge, false))
                .flatMap(made -> stored(caller, made, answer.transports(), name))
                .orElseThrow(this::unknown);
        FactorEnrolment.Shown shown = new FactorEnrolment.Shown(
                begun,
                AuthenticationMethod.PASSKEY,
                AccountEvent.Kind.PASSKEY_REGISTERED,
                owner -> requireNew(owner, passkey),
                owner -> add(passkey));
        return enrolment.enrol(caller, shown, unknown());
    }

    /** Takes the lock on the account first, as every use of a passkey does. */
    public boolean rename(Caller caller, UUID id, String name) {
        AtomicBoolean renamed = new AtomicBoolean();
        enrolment.change().editor().apply(caller.id(), ConfirmedChange::gone, now -> {
            ConfirmedChange.requireActive(now);
            return AccountEditor.Edit.of(user -> user, () -> renamed.set(renamed(now, id, name)));
        });
        return renamed.get();
    }

    private boolean renamed(StoredUser now, UUID id, String name) {
        return passkeys().list(now.id()).stream()
                .filter(passkey -> passkey.id().equals(id))
                .anyMatch(passkey -> passkeys().rename(now.id(), passkey.digest(), shown(name)));
    }

    /** Returns the passkey as it is stored; empty if a store could not hold it. */
    private Optional<StoredPasskey> stored(Caller caller, NewPasskey made, Set<String> transports, String name) {
        if (made.credentialId().length() > StoredPasskey.MAX_CREDENTIAL_ID
                || made.publicKey().length() > StoredPasskey.MAX_PUBLIC_KEY) {
            return Optional.empty();
        }
        Instant now = offer.clock().instant();
        // A challenge of before the registration is not good for the passkey.
        long last = OpenChallenges.numberAt(now) - 1;
        StoredPasskey.Usage usage =
                new StoredPasskey.Usage(made.use().signCount(), last, made.use().backedUp(), Optional.empty());
        return Optional.of(new StoredPasskey(
                caller.id(),
                made.credentialId(),
                made.publicKey(),
                shown(name),
                known(transports),
                made.aaguid(),
                made.use().backupEligible(),
                made.use().userVerified(),
                now,
                usage));
    }

    private static String shown(String name) {
        String printable = Texts.printable(name, Passkey.MAX_NAME);
        return Texts.isBlank(printable) ? NAMELESS : printable;
    }

    /** The client says what it likes. */
    private static Set<String> known(Set<String> transports) {
        return transports.stream()
                .filter(transport -> TRANSPORT.matcher(transport).matches())
                .sorted()
                .limit(MOST_TRANSPORTS)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void requireNew(StoredUser owner, StoredPasskey passkey) {
        requireRoom(passkeys().list(owner.id()));
        if (passkeys().find(passkey.digest()).isPresent()) {
            throw taken();
        }
    }

    private void requireRoom(List<StoredPasskey> present) {
        if (present.size() >= Passkey.MOST) {
            throw Violations.refusal(forms().messages(), ProofForm.PASSKEY, "too_many", Integer.toString(Passkey.MOST));
        }
    }

    /** The account is locked, so that only a call for another account can have been faster. */
    private void add(StoredPasskey passkey) {
        if (!passkeys().add(passkey)) {
            throw taken();
        }
    }

    private InvalidInputException taken() {
        return forms().refusal(ProofForm.PASSKEY, "taken");
    }

    private InvalidInputException unknown() {
        return forms().refusal(ProofForm.PASSKEY, "invalid");
    }

    private PasskeyStore passkeys() {
        return enrolment.stores().passkeys();
    }

    private ProofForm forms() {
        return enrolment.forms();
    }
}
