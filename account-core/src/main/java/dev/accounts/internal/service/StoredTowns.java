package dev.accounts.internal.service;

import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Texts;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.Town;
import dev.accounts.model.ViolationMessages;
import dev.accounts.service.Towns;
import dev.accounts.spi.NewTown;
import dev.accounts.spi.TownStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks towns and stores them. */
final class StoredTowns implements Towns {

    static final String NAME = "name";
    private static final int MAX_NAME = 200;

    private final TownStore store;
    private final ViolationMessages messages;

    StoredTowns(TownStore store, ViolationMessages messages) {
        this.store = store;
        this.messages = messages;
    }

    @Override
    public Town create(@Nullable String name, @Nullable String country, double longitude, double latitude) {
        Violations violations = new Violations(messages, List.of(NAME, "country", "longitude", "latitude"));
        String checkedName = checkName(violations, NAME, name);
        String checkedCountry = checkName(violations, "country", country);
        checkDegrees(violations, "longitude", longitude, 180);
        checkDegrees(violations, "latitude", latitude, 90);
        violations.throwIfAny();
        return store.insert(new NewTown(checkedName, checkedCountry, longitude, latitude));
    }

    @Override
    public Optional<Town> find(long id) {
        return store.find(id);
    }

    @Override
    public List<Town> list(long afterId, int limit) {
        requirePage(limit);
        return store.list(afterId, limit);
    }

    static void requirePage(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("limit must be within 1 to " + MAX_PAGE + ": " + limit);
        }
    }

    /** Checks the name of a town or a country, and returns it without white space at its ends. */
    static String checkName(Violations violations, String field, @Nullable String name) {
        return TextForm.checkName(violations, field, name, MAX_NAME);
    }

    /** Returns whether no town has a name of this length. */
    static boolean isTooLong(String name) {
        return Texts.isLongerThan(name, MAX_NAME);
    }

    private static void checkDegrees(Violations violations, String field, double value, int bound) {
        if (Double.isNaN(value)) {
            violations.add(field, "invalid");
        } else if (value < -bound) {
            violations.add(field, "too_small", "-" + bound);
        } else if (value > bound) {
            violations.add(field, "too_large", "" + bound);
        }
    }
}
