package dev.accounts.internal.account;

import dev.accounts.internal.account.LoginCompletion.From;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.factor.FactorCheck;
import dev.accounts.internal.factor.ProofForm;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.factor.Proof;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes logins by a proof of a second factor: uses up the proof and the challenge, and issues the token, in one transaction. */
public record FactorLogin(LoginCompletion completion, OneTimeTokens challenges, FactorCheck factors, ProofForm forms) {

    private static final Logger LOG = LoggerFactory.getLogger(FactorLogin.class);

    private static final String CHALLENGE = "challenge";

    public IssuedToken complete(@Nullable String challenge, Proof proof, String label, Optional<String> source) {
        forms.require(proof, CHALLENGE, challenge);
        StoredOneTimeToken asked = challenges
                .find(Purpose.LOGIN, challenge == null ? "" : challenge)
                .orElseThrow(this::noChallenge);
        StoredUser user =
                completion.stores().users().read(UserKey.id(asked.userId())).orElseThrow(this::noChallenge);
        From from = completion.from(user, source);
        Actor actor = Actor.anonymous(Optional.of(user.id()), source);
        Optional<Optional<IssuedToken>> issued = factors.use(
                new FactorCheck.Claim(user, actor, true), proof, () -> issue(asked, user, proof, label, from));
        IssuedToken token = issued.orElseThrow(() -> forms.wrong(proof)).orElseThrow(this::noChallenge);
        LOG.debug("user {} logged in with a second factor", user.id());
        return token;
    }

    /** Returns empty if the challenge was used meanwhile, or the account has changed. */
    private Optional<IssuedToken> issue(
            StoredOneTimeToken asked, StoredUser user, Proof proof, String label, From from) {
        if (!challenges.use(asked)) {
            return Optional.empty();
        }
        IssuedToken issued = completion.issuer().issue(user.id(), label, Optional.of(proof.method()));
        boolean stored = completion.store(user, issued, user.passwordHash(), from);
        return stored ? Optional.of(issued) : Optional.empty();
    }

    private InvalidInputException noChallenge() {
        return forms.refusal(CHALLENGE, "invalid");
    }
}
