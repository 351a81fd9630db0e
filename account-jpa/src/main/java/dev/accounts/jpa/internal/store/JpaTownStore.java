package dev.accounts.jpa.internal.store;

import dev.accounts.jpa.internal.entity.TownEntity;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.Town;
import dev.accounts.spi.NewTown;
import dev.accounts.spi.TownStore;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Stores towns in the table {@code account_town}. */
public record JpaTownStore(StoreCalls calls) implements TownStore {

    private static final String COLUMNS = "select t.id, t.name, t.country, t.longitude, t.latitude from AccountTown t";
    private static final String FIND = COLUMNS + " where t.id = :id";
    private static final String LIST = COLUMNS + " where t.id > :afterId order by t.id";
    private static final String SEARCH =
            COLUMNS + " where t.id > :afterId and t.name like :pattern escape '!' order by t.id";

    @Override
    public Town insert(NewTown town) {
        return calls.write(entityManager -> {
            TownEntity entity = TownEntity.of(town);
            entityManager.persist(entity);
            // The database has assigned the id. Detached, the entity stays out of a host's persistence context.
            entityManager.detach(entity);
            return entity.toTown();
        });
    }

    @Override
    public Optional<Town> find(long id) {
        return calls.read(entityManager ->
                entityManager.createQuery(FIND, Object[].class).setParameter("id", id).getResultList().stream()
                        .map(JpaTownStore::town)
                        .findFirst());
    }

    @Override
    public List<Town> list(long afterId, int limit) {
        return calls.read(entityManager -> entityManager
                .createQuery(LIST, Object[].class)
                .setParameter("afterId", afterId)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(JpaTownStore::town)
                .toList());
    }

    @Override
    public List<Town> search(String prefix, long afterId, int limit) {
        return calls.read(entityManager -> entityManager
                .createQuery(SEARCH, Object[].class)
                .setParameter("afterId", afterId)
                .setParameter("pattern", prefix.replaceAll("[!%_]", "!$0") + "%")
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(JpaTownStore::town)
                .toList());
    }

    @Override
    public Change rename(long id, String name) {
        return calls.write(entityManager -> new TownRenaming(entityManager, id, name).run());
    }

    @Override
    public Change delete(long id) {
        return calls.write(entityManager -> new TownRemoval(entityManager, id).run());
    }

    @Override
    public SortedSet<Long> replace(long id, long replacementId) {
        return calls.write(entityManager -> new TownRemoval(entityManager, id).inFavourOf(replacementId));
    }

    private static Town town(Object[] row) {
        return new Town((Long) row[0], (String) row[1], (String) row[2], (Double) row[3], (Double) row[4]);
    }
}
