package dev.accounts.internal.service;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.Rights;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.text.Texts;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Town;
import dev.accounts.model.ViolationMessages;
import dev.accounts.service.TownAdministration;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.TownStore.Change;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds towns for staff, and renames and deletes them for staff with the permission. */
record DefaultTownAdministration(
        AccountStores stores, Rights rights, EventPublisher events, ViolationMessages messages, Optional<String> source)
        implements TownAdministration {

    private static final String TOWN = "town";
    private static final String REPLACEMENT = "replacement";

    @Override
    public List<Town> search(long actorId, String prefix, long afterId, int limit) {
        StoredTowns.requirePage(limit);
        requireNonNull(prefix, "prefix");
        rights.requireStaff(actorId);
        return Texts.isWellFormed(prefix) && prefix.indexOf('\0') < 0 && !StoredTowns.isTooLong(prefix)
                ? stores.towns().search(prefix, afterId, limit)
                : List.of();
    }

    @Override
    public void rename(long actorId, long townId, @Nullable String name) {
        rights.require(actorId, CHANGE_TOWN);
        Violations violations = new Violations(messages, List.of(StoredTowns.NAME));
        String checked = StoredTowns.checkName(violations, StoredTowns.NAME, name);
        violations.throwIfAny();
        Change change = made(actorId, CHANGE_TOWN, () -> stores.towns().rename(townId, checked), Change.DONE::equals);
        if (change == Change.UNKNOWN) {
            throw refusal(TOWN, "not_found", Long.toString(townId));
        }
        if (change == Change.REFUSED) {
            throw refusal(StoredTowns.NAME, "taken");
        }
    }

    @Override
    public boolean delete(long actorId, long townId) {
        rights.require(actorId, DELETE_TOWN);
        Change change = made(actorId, DELETE_TOWN, () -> stores.towns().delete(townId), Change.DONE::equals);
        if (change == Change.REFUSED) {
            throw refusal(TOWN, "followed");
        }
        return change == Change.DONE;
    }

    @Override
    public boolean replace(long actorId, long townId, long otherId) {
        rights.require(actorId, DELETE_TOWN);
        if (townId == otherId) {
            throw refusal(REPLACEMENT, "invalid");
        }
        Set<Long> unknown = made(actorId, DELETE_TOWN, () -> stores.towns().replace(townId, otherId), Set::isEmpty);
        if (unknown.contains(otherId)) {
            throw refusal(REPLACEMENT, "not_found", Long.toString(otherId));
        }
        return unknown.isEmpty();
    }

    private <T> T made(long actorId, String permission, Supplier<T> change, Predicate<T> isMade) {
        return stores.atomically(() -> {
            rights.require(actorId, permission);
            T answer = change.get();
            if (isMade.test(answer)) {
                events.publish(Actor.staff(actorId, Optional.empty(), source), AccountEvent.Kind.TOWN_CHANGED);
            }
            return answer;
        });
    }

    private InvalidInputException refusal(String field, String code, String... details) {
        return Violations.refusal(messages, field, code, details);
    }
}
