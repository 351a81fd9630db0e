package dev.accounts.internal.account;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.message.OutboxWriter;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage.Kind;
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

/**
 * Registers accounts: checks the rules, hashes the password, and inserts the user. If two registrations want one name, the
 * insertion alone decides.
 */
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

    /**
     * Announces a new account.
     *
     * @param verified whether the owner must verify the address
     */
    public record Announcements(OutboxWriter outbox, EventPublisher events, boolean verified) {}

    /** Registers a person. */
    public User register(Registration registration, Optional<String> source) {
        RegistrationRules.Accepted accepted = rules.check(registration, source);
        String hash = hasher.hash(requireNonNull(registration.password(), "password"));
        Optional<Kind> message = announcements.verified() ? Optional.of(Kind.VERIFY_EMAIL) : Optional.empty();
        return insert(registration, accepted, hash, message, id -> Actor.owner(id, source));
    }

    /** Creates an account without a password and mails its owner a link to set one. */
    public User invite(@Nullable String username, @Nullable String email, LongFunction<Actor> actor) {
        Registration invitation = new Registration(username, null, email == null ? "" : email, List.of());
        RegistrationRules.Accepted accepted = rules.checkInvitation(invitation);
        return insert(invitation, accepted, CredentialCheck.UNUSABLE_HASH, Optional.of(Kind.RESET_PASSWORD), actor);
    }

    private User insert(
            Registration registration,
            RegistrationRules.Accepted accepted,
            String hash,
            Optional<Kind> message,
            LongFunction<Actor> actor) {
        NewUser user = new NewUser(
                accepted.username().display(), accepted.email().address(), accepted.claim(), hash, clock.instant());
        Insertion insertion = stores.atomically(() -> {
            Insertion inserted = stores.users().insert(user);
            if (inserted instanceof Insertion.Stored stored) {
                message.ifPresent(kind -> announcements.outbox().add(Optional.of(stored.id()), kind, user.email()));
                announcements.events().publish(actor.apply(stored.id()), AccountEvent.Kind.REGISTERED);
            }
            return inserted;
        });
        if (insertion instanceof Insertion.Stored stored) {
            LOG.debug("user {} registered", stored.id());
            return user.toUser(stored.id());
        }
        throw rules.refusal(registration, ((Insertion.Refused) insertion).conflicts());
    }
}
