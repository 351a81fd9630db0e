package dev.accounts.internal.factor;

import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.ViolationMessages;
import dev.accounts.model.factor.Proof;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the fields of proofs, and refuses proofs that are missing or wrong. */
public record ProofForm(ViolationMessages messages) {

    public static final String CODE = "code";
    public static final String RECOVERY_CODE = "recovery_code";
    public static final String PASSKEY = "passkey";
    public static final String CHALLENGE = "challenge";

    private static final String CURRENT_PASSWORD = "current_password";

    /** Requires that a proof has a value, and that a text beside it is given. */
    public void require(Proof proof, String field, @Nullable String text) {
        Violations violations = new Violations(messages, List.of(field, field(proof)));
        TextForm.isPresent(violations, field, text);
        TextForm.isPresent(violations, field(proof), value(proof));
        violations.throwIfAny();
    }

    /** Requires that a proof has a value. */
    public void require(Proof proof) {
        Violations violations = new Violations(messages, List.of(field(proof)));
        TextForm.isPresent(violations, field(proof), value(proof));
        violations.throwIfAny();
    }

    public InvalidInputException wrong(Proof proof) {
        return refusal(field(proof), "invalid");
    }

    public InvalidInputException refusal(String field, String code) {
        return Violations.refusal(messages, field, code);
    }

    private static String field(Proof proof) {
        return switch (proof.method()) {
            case PASSWORD -> CURRENT_PASSWORD;
            case TOTP -> CODE;
            case RECOVERY_CODE -> RECOVERY_CODE;
            case PASSKEY -> PASSKEY;
        };
    }

    private static @Nullable CharSequence value(Proof proof) {
        if (proof instanceof Proof.Password password) {
            return password.value();
        }
        if (proof instanceof Proof.Totp totp) {
            return totp.code();
        }
        if (proof instanceof Proof.RecoveryCode recovery) {
            return recovery.code();
        }
        return ((Proof.Passkey) proof).answer() == null ? null : PASSKEY;
    }
}
