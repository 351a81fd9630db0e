package dev.accounts.internal.account;

import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.ViolationMessages;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;

/** Decides whether an account may use an address. */
public record AddressUse(AccountEditor editor, EmailPolicy policy, ViolationMessages messages) {

    /**
     * Requires that no other account has the address. The account itself may have it, so that making the same change twice
     * at once is not a conflict.
     *
     * @throws InvalidInputException if another account has it
     */
    void requireFree(EmailAddress wanted, StoredUser own) {
        if (wanted.key().filter(key -> editor.isTaken(UserKey.email(key), own)).isPresent()) {
            throw Violations.refusal(messages, EmailAddress.FIELD, "taken");
        }
    }
}
