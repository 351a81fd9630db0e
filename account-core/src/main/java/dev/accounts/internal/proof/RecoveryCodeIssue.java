package dev.accounts.internal.proof;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.factor.ProofForm;
import dev.accounts.internal.factor.RecoveryCode;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.factor.RecoveryCodes;
import dev.accounts.spi.factor.RecoveryCodeStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Issues recovery codes to owners who have a factor to lose. */
public record RecoveryCodeIssue(ProvenChange change, RecoveryCodeStore codes, SecureRandom random, ProofForm forms) {

    public RecoveryCodes replaceAll(Caller caller) {
        return issue(caller, true);
    }

    public RecoveryCodes replaceUsed(Caller caller) {
        return issue(caller, false);
    }

    private RecoveryCodes issue(Caller caller, boolean instead) {
        AtomicReference<@Nullable RecoveryCodes> issued = new AtomicReference<>();
        change.apply(caller, now -> {
            if (!now.secondFactor()) {
                throw forms.refusal(ProofForm.RECOVERY_CODE, "no_factor");
            }
            return Edit.of(user -> user, () -> {
                if (instead) {
                    codes.removeAll(now.id());
                }
                RecoveryCodes added = add(now.id(), instead ? RecoveryCodes.MOST : missing(now.id()));
                issued.set(added);
                if (!added.codes().isEmpty()) {
                    change.consequences().outbox().tell(now, AccountMessage.Kind.RECOVERY_CODES_ISSUED);
                    change.consequences().events().publish(caller.actor(), AccountEvent.Kind.RECOVERY_CODES_ISSUED);
                }
            });
        });
        return requireNonNull(issued.get());
    }

    /** Adds as many codes as the user may have. The caller holds the lock on the account. */
    RecoveryCodes fill(long userId) {
        return add(userId, missing(userId));
    }

    private int missing(long userId) {
        return Math.max(0, RecoveryCodes.MOST - codes.count(userId));
    }

    private RecoveryCodes add(long userId, int count) {
        List<RecoveryCode> added =
                Stream.generate(() -> RecoveryCode.next(random)).limit(count).toList();
        if (!added.isEmpty()) {
            codes.add(userId, added.stream().map(RecoveryCode::digest).toList());
        }
        return new RecoveryCodes(added.stream().map(RecoveryCode::value).toList());
    }
}
