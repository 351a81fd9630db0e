package dev.accounts.internal.proof;

import dev.accounts.internal.account.ConfirmedChange;
import dev.accounts.internal.factor.ProofForm;
import dev.accounts.internal.factor.RelyingParty;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.factor.PasskeyStore;
import dev.accounts.spi.factor.StoredPasskey;
import java.util.List;

/** Asks owners to confirm by a passkey that they are there. */
public record PasskeyConfirmation(
        PasskeyOffer offer, PasskeyStore passkeys, OneTimeTokens challenges, ProofForm forms) {

    public PasskeyOptions begin(Caller caller) {
        RelyingParty party = offer.requireUse();
        List<StoredPasskey> present = passkeys.list(caller.id());
        if (present.isEmpty()) {
            throw forms.refusal(ProofForm.PASSKEY, "none");
        }
        OneTimeToken begun =
                challenges.begin(Purpose.CONFIRM_PASSKEY, caller.id(), "").orElseThrow(ConfirmedChange::gone);
        return party.request(begun.value(), begun.expiresAt(), present);
    }
}
