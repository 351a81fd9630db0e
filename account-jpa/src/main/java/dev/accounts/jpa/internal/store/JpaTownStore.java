package dev.accounts.jpa.internal.store;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.TownEntity;
import dev.accounts.jpa.internal.sql.UserQuery;
import dev.accounts.jpa.internal.transaction.SqlReads;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.Town;
import dev.accounts.spi.NewTown;
import dev.accounts.spi.TownStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Stores towns in the table {@code account_town}. */
public record JpaTownStore(StoreCalls calls, SqlReads listings, String search) implements TownStore {

    private static final String COLUMNS = "select t.id, t.name, t.country, t.longitude, t.latitude from AccountTown t";
    private static final String FIND = COLUMNS + " where t.id = :id";
    private static final String LIST = COLUMNS + " where t.id > :afterId order by t.id";

    /** Plain SQL: a replica, which may answer, has no persistence unit. */
    private static final String SEARCH = """
            select t.id, t.name, t.country, t.longitude, t.latitude
            from %s t where t.id > ? and t.name like ? escape '!' order by t.id limit ?""";

    public static JpaTownStore in(StoreCalls calls, TableNames tables, SqlReads listings) {
        return new JpaTownStore(calls, listings, SEARCH.formatted(tables.of(TownEntity.class)));
    }

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
        return listings.query(connection -> search(connection, prefix, afterId, limit));
    }

    private List<Town> search(Connection connection, String prefix, long afterId, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(search)) {
            statement.setLong(1, afterId);
            statement.setString(2, UserQuery.beginningWith(prefix));
            statement.setInt(3, limit);
            List<Town> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Town(
                            row.getLong(1), row.getString(2), row.getString(3), row.getDouble(4), row.getDouble(5)));
                }
            }
            return found;
        }
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
