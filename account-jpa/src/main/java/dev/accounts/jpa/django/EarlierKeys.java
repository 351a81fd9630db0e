package dev.accounts.jpa.django;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The names and addresses of users that a dry run would have imported before. Not thread-safe.
 *
 * <p>They are not in memory: whoever seems to have a key is looked up in Django's database, which is seldom needed.
 */
final class EarlierKeys {

    private final KeyIndex names = new KeyIndex();
    private final KeyIndex emails = new KeyIndex();
    private final DjangoDatabase django;
    private final ImportSettings settings;

    EarlierKeys(DjangoDatabase django, ImportSettings settings) {
        this.django = django;
        this.settings = settings;
    }

    /** Adds to what is taken what candidates want and earlier ones have. */
    void addTo(TakenKeys taken, List<ImportCandidate> candidates) throws SQLException {
        for (ImportCandidate candidate : candidates) {
            if (candidate.nameKey().isPresent()) {
                String key = candidate.nameKey().get();
                holder(names, key, ImportCandidate::nameKey).ifPresent(id -> taken.takeName(key, id));
            }
            if (candidate.emailKey().isPresent()) {
                String key = candidate.emailKey().get();
                holder(emails, key, ImportCandidate::emailKey).ifPresent(id -> taken.takeEmail(key, id));
            }
        }
    }

    void remember(List<AcceptedUser> accepted) {
        for (AcceptedUser accepted : accepted) {
            names.add(accepted.name().key(), accepted.user().id());
            accepted.email()
                    .ifPresent(email -> emails.add(email.key(), accepted.user().id()));
        }
    }

    private Optional<Long> holder(KeyIndex index, String key, Function<ImportCandidate, Optional<String>> keyOf)
            throws SQLException {
        for (long candidate : index.candidates(key)) {
            Optional<ImportCandidate> earlier = django.user(candidate).map(user -> ImportCandidate.of(user, settings));
            if (earlier.flatMap(keyOf).filter(key::equals).isPresent()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
