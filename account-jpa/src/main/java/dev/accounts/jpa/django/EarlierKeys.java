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

    /** Adds to what is taken what newcomers want and earlier ones have. */
    void addTo(TakenKeys taken, List<Newcomer> newcomers) throws SQLException {
        for (Newcomer newcomer : newcomers) {
            if (newcomer.nameKey().isPresent()) {
                String key = newcomer.nameKey().get();
                holder(names, key, Newcomer::nameKey).ifPresent(id -> taken.takeName(key, id));
            }
            if (newcomer.emailKey().isPresent()) {
                String key = newcomer.emailKey().get();
                holder(emails, key, Newcomer::emailKey).ifPresent(id -> taken.takeEmail(key, id));
            }
        }
    }

    void remember(List<JudgedUser> accepted) {
        for (JudgedUser judged : accepted) {
            names.add(judged.name().key(), judged.user().id());
            judged.email()
                    .ifPresent(email -> emails.add(email.key(), judged.user().id()));
        }
    }

    private Optional<Long> holder(KeyIndex index, String key, Function<Newcomer, Optional<String>> keyOf)
            throws SQLException {
        for (long candidate : index.candidates(key)) {
            Optional<Newcomer> earlier = django.user(candidate).map(user -> Newcomer.of(user, settings));
            if (earlier.flatMap(keyOf).filter(key::equals).isPresent()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
