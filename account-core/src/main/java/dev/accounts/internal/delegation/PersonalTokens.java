package dev.accounts.internal.delegation;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.proof.ProvenChange;
import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.internal.token.TokenIssuer;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountException;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.AuthToken;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.ViolationMessages;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Issues tokens for the scripts of an owner. */
public record PersonalTokens(
        AccountStores stores, ProvenChange change, TokenIssuer issuer, ViolationMessages messages) {

    private static final String NAME = "name";
    private static final String SCOPES = "scopes";

    public IssuedToken issue(Caller caller, PersonalTokenRequest request) {
        if (!issuer.policy().personalTokens()) {
            throw new PermissionDeniedException("the host does not offer personal tokens");
        }
        change.fresh().require(caller);
        String name = checked(request);
        AtomicReference<@Nullable IssuedToken> issued = new AtomicReference<>();
        change.apply(
                caller,
                now -> AccountEditor.Edit.of(user -> user, () -> issued.set(store(caller, now, name, request)))
                        .under(() -> refusal(now, request)));
        return requireNonNull(issued.get());
    }

    private String checked(PersonalTokenRequest request) {
        Violations violations = new Violations(messages, List.of(NAME, SCOPES));
        String name = TextForm.checkName(violations, NAME, request.name(), AuthToken.MAX_LABEL);
        if (request.scopes().size() > PersonalTokenRequest.MOST_SCOPES) {
            violations.add(SCOPES, "too_many", Integer.toString(PersonalTokenRequest.MOST_SCOPES));
        } else if (!Delegation.areStorable(request.scopes())) {
            violations.add(SCOPES, "too_long", Integer.toString(Delegation.MOST_CHARACTERS));
        }
        violations.throwIfAny();
        return name;
    }

    /** An owner gives away only what the owner has. */
    private Optional<? extends AccountException> refusal(StoredUser now, PersonalTokenRequest request) {
        Set<String> held = stores.roles().effective(now.id());
        Violations violations = new Violations(messages, List.of(NAME, SCOPES));
        request.scopes().stream()
                .filter(code -> !held.contains(code))
                .sorted()
                .forEach(code -> violations.add(SCOPES, "not_found", code));
        long present = stores.tokens().list(now.id()).stream()
                .filter(token -> token.delegation().scopes().isPresent())
                .filter(token -> token.expiresAt()
                        .filter(issuer.clock().instant()::isBefore)
                        .isPresent())
                .count();
        if (present >= PersonalTokenRequest.MOST) {
            violations.add(NAME, "too_many_tokens", Integer.toString(PersonalTokenRequest.MOST));
        }
        return violations.isEmpty() ? Optional.empty() : Optional.of(violations.refusal());
    }

    private IssuedToken store(Caller caller, StoredUser now, String name, PersonalTokenRequest request) {
        IssuedToken issued = issuer.delegate(now.id(), name, request.lifetime(), Delegation.personal(request.scopes()));
        stores.derivedTokens().add(issued.token());
        change.consequences().outbox().tell(now, AccountMessage.Kind.PERSONAL_TOKEN_ISSUED);
        change.consequences().events().publish(caller.actor(), AccountEvent.Kind.PERSONAL_TOKEN_ISSUED);
        return issued;
    }
}
