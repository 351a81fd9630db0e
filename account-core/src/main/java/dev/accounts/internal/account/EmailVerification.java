package dev.accounts.internal.account;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.text.EmailAddress;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredUser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies an address: mails a one-time link to it, and confirms it when the link is used. */
public record EmailVerification(
        AccountStores stores, MailedLinks links, AddressUse addresses, Consequences consequences) {

    public void request(@Nullable String email, Optional<String> source) {
        String key = links.requiredKey(email);
        if (links.mayMail(AccountMessage.Kind.VERIFY_EMAIL, key, source)) {
            stores.atomically(() -> links.request(
                    AccountMessage.Kind.VERIFY_EMAIL,
                    key,
                    owner -> owner.active() && !owner.email().verified()));
        }
    }

    public void confirm(@Nullable String uid, @Nullable String oneTimeToken, Optional<String> source) {
        links.violations(uid, oneTimeToken).throwIfAny();
        StoredOneTimeToken token = links.find(AccountMessage.Kind.VERIFY_EMAIL, uid, oneTimeToken, source);
        Actor actor = Actor.anonymous(Optional.of(token.userId()), source);
        links.use(token, now -> edit(token, now, actor));
    }

    private Edit edit(StoredOneTimeToken token, StoredUser now, Actor actor) {
        EmailAddress address = EmailAddress.parse(token.address()).orElse(EmailAddress.NONE);
        if (!now.active()
                || !waitsFor(token.address(), now.email())
                || address.key().isEmpty()) {
            throw links.badLink();
        }
        addresses.requireFree(address, now);
        StoredUser.Email verified =
                StoredUser.Email.of(address.address(), address.key()).verified(true);
        return Edit.of(user -> user.withEmail(verified), () -> confirmed(now, verified, actor));
    }

    /** Returns whether an account has an address that is not verified yet, or has asked for it. */
    private static boolean waitsFor(String address, StoredUser.Email email) {
        boolean present = email.address().equals(address) && !email.verified();
        return present || email.pending().filter(address::equals).isPresent();
    }

    private void confirmed(StoredUser before, StoredUser.Email verified, Actor actor) {
        revoke(before);
        if (!before.email().address().equals(verified.address())) {
            consequences.outbox().tell(before, AccountMessage.Kind.EMAIL_CHANGED);
            consequences.events().publish(actor, AccountEvent.Kind.EMAIL_CHANGED);
        }
        consequences.events().publish(actor, AccountEvent.Kind.EMAIL_VERIFIED);
    }

    private void revoke(StoredUser before) {
        if (before.email().verified()) {
            consequences.revocation().links(before.id());
        } else {
            // The tokens may belong to an attacker who registered with another person's address.
            consequences.revocation().everything(before.id());
        }
    }
}
