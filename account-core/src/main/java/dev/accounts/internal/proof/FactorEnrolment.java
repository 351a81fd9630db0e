package dev.accounts.internal.proof;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.account.ConfirmedChange;
import dev.accounts.internal.factor.ProofForm;
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
import dev.accounts.model.factor.RecoveryCodes;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the enrolments of all factors have in common. They have two steps, between which a one-time token is kept. */
public record FactorEnrolment(ProvenChange change, AccountStores stores, Tokens tokens, RecoveryCodeIssue codes) {

    /** The tokens of enrolments, and those of sessions. */
    public record Tokens(OneTimeTokens oneTime, TokenRenewal sessions) {}

    /** The result of an enrolment. */
    public record Enrolled(IssuedToken token, RecoveryCodes recoveryCodes) {}

    /**
     * A factor whose owner has shown to have it.
     *
     * @param begun the token of the enrolment
     * @param requirement throws a refusal if the account cannot have the factor
     * @param store stores the factor
     */
    record Shown(
            StoredOneTimeToken begun,
            AuthenticationMethod method,
            AccountEvent.Kind event,
            Consumer<StoredUser> requirement,
            Consumer<StoredUser> store) {}

    /** Returns the owner, who may begin an enrolment now. */
    StoredUser owner(Caller caller) {
        change.fresh().require(caller);
        StoredUser user = stores.users().read(UserKey.id(caller.id())).orElseThrow(ConfirmedChange::gone);
        requireVerified(user);
        return user;
    }

    OneTimeToken begin(StoredUser owner, Purpose purpose, String payload) {
        return tokens.oneTime().begin(purpose, owner.id(), payload).orElseThrow(ConfirmedChange::gone);
    }

    /** Finds the token of an enrolment of the caller, who may go on now; empty if it has expired or was replaced. */
    Optional<StoredOneTimeToken> begun(Caller caller, Purpose purpose, String value) {
        change.fresh().require(caller);
        return tokens.oneTime().find(purpose, value).filter(found -> found.userId() == caller.id());
    }

    /**
     * Enrols a factor.
     *
     * @param unknown the refusal if the enrolment is no longer good
     */
    Enrolled enrol(Caller caller, Shown shown, InvalidInputException unknown) {
        AtomicReference<@Nullable IssuedToken> renewed = new AtomicReference<>();
        AtomicReference<@Nullable RecoveryCodes> issued = new AtomicReference<>();
        change.apply(caller, now -> {
            requireVerified(now);
            shown.requirement().accept(now);
            return Edit.of(
                            user -> user.withSecondFactor(true),
                            () -> issued.set(store(caller, now, shown, requireNonNull(renewed.get()))))
                    .under(() -> renew(caller, shown, unknown, renewed));
        });
        return new Enrolled(requireNonNull(renewed.get()), requireNonNull(issued.get()));
    }

    private Optional<? extends AccountException> renew(
            Caller caller, Shown shown, InvalidInputException unknown, AtomicReference<@Nullable IssuedToken> renewed) {
        if (!tokens.oneTime().use(shown.begun())) {
            return Optional.of(unknown);
        }
        Optional<IssuedToken> token = tokens.sessions().renew(caller, shown.method());
        renewed.set(token.orElse(null));
        return token.isPresent() ? Optional.empty() : Optional.of(ConfirmedChange.gone());
    }

    /** Stores the factor. The first one revokes all tokens that were issued without one. */
    private RecoveryCodes store(Caller caller, StoredUser now, Shown shown, IssuedToken renewed) {
        shown.store().accept(now);
        RecoveryCodes issued = now.secondFactor() ? RecoveryCodes.NONE : codes.fill(now.id());
        if (!now.secondFactor()) {
            stores.tokens().endAll(now.id(), Optional.of(renewed.token().digest()));
        }
        change.consequences().outbox().tell(now, AccountMessage.Kind.FACTOR_ENROLLED);
        change.consequences().events().publish(caller.actor(), shown.event());
        return issued;
    }

    /** Otherwise a stranger could bind a factor to an account under the address of another (OWASP ASVS 5.0, 6.1.3). */
    private void requireVerified(StoredUser user) {
        if (!user.email().address().isEmpty() && !user.email().verified()) {
            throw forms().refusal(EmailAddress.FIELD, "unverified");
        }
    }

    ProofForm forms() {
        return codes.forms();
    }
}
