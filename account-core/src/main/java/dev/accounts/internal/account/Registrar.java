package dev.accounts.internal.account;

import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.message.Mailbox;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.EventContext;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.PasswordHasher;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers accounts: the rules first, then the hash, then one insertion that alone decides who gets a name. */
public final class Registrar {

    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);

    private final RegistrationRules rules;
    private final AccountStores stores;
    private final PasswordHasher hasher;
    private final InstantSource clock;
    private final Announcements announcements;

    public Registrar(
            RegistrationRules rules,
            AccountStores stores,
            PasswordHasher hasher,
            InstantSource clock,
            Announcements announcements) {
        this.rules = rules;
        this.stores = stores;
        this.hasher = hasher;
        this.clock = clock;
        this.announcements = announcements;
    }

    /** Where a new account is told of. */
    public record Announcements(Mailbox mailbox, EventPublisher events, boolean verified) {}

    /** An account of somebody who registers. */
    public User register(Registration registration, Optional<String> source) {
        RegistrationRules.Accepted accepted = rules.check(registration);
        String hash = hasher.hash(registration.requiredPassword());
        Optional<Kind> message = announcements.verified() ? Optional.of(Kind.VERIFY_EMAIL) : Optional.empty();
        return insert(
                registration,
                accepted,
                hash,
                message,
                id -> announcements.events().byOwner(id, source));
    }

    /** An account without a password, whose owner is asked to set one. */
    public User invite(@Nullable String username, @Nullable String email, LongFunction<EventContext> context) {
        Registration invitation = new Registration(username, null, email == null ? "" : email, List.of(), List.of());
        RegistrationRules.Accepted accepted = rules.checkInvitation(invitation);
        return insert(invitation, accepted, CredentialCheck.UNUSABLE_HASH, Optional.of(Kind.RESET_PASSWORD), context);
    }

    private User insert(
            Registration registration,
            RegistrationRules.Accepted accepted,
            String hash,
            Optional<Kind> message,
            LongFunction<EventContext> context) {
        NewUser user = new NewUser(
                accepted.username().display(), accepted.email().address(), accepted.claim(), hash, clock.instant());
        Insertion insertion = stores.atomically(() -> {
            Insertion inserted = stores.users().insert(user);
            if (inserted instanceof Insertion.Stored stored) {
                message.ifPresent(kind -> announcements.mailbox().ask(Optional.of(stored.id()), kind, user.email()));
                announcements.events().publish(new AccountEvent.Registered(context.apply(stored.id())));
            }
            return inserted;
        });
        if (insertion instanceof Insertion.Stored stored) {
            LOG.info("user {} registered", stored.id());
            return user.toUser(stored.id());
        }
        throw rules.refusal(registration, ((Insertion.Refused) insertion).conflicts());
    }
}
