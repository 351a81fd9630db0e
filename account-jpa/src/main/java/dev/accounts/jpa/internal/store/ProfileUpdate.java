package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.TownEntity;
import dev.accounts.model.ProfileChange;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hibernate.query.MutationQuery;

/**
 * Changes the names, the days count and the towns of one user. It locks the towns that the user follows or is to follow
 * first: no town is deleted before the user follows it, and none is replaced by another while the user leaves it.
 */
record ProfileUpdate(EntityManager entityManager, long userId, ProfileChange change) {

    private static final String FOLLOWED = "select ut.townId from AccountUserTown ut where ut.userId = :id";

    private static final String INSERT_TOWNS = """
            insert into AccountUserTown (userId, townId)
            select u.id, t.id from AccountUser u, AccountTown t where u.id = :id and t.id in :towns
                and not exists (select x.townId from AccountUserTown x where x.userId = u.id and x.townId = t.id)""";

    private static final String DELETE_TOWNS = "delete from AccountUserTown ut where ut.userId = :id";
    private static final String OTHERS = " and ut.townId not in :towns";

    /** Returns the ids that belong to no town, and changes nothing if there are any. */
    SortedSet<Long> run() {
        NavigableSet<Long> wanted = new TreeSet<>(change.towns().orElse(List.of()));
        NavigableSet<Long> unknown = new TreeSet<>(wanted);
        if (change.towns().isPresent()) {
            unknown.removeAll(locked(wanted));
        }
        if (unknown.isEmpty()) {
            updateUser();
            change.towns().ifPresent(towns -> replaceTowns(wanted));
        }
        return unknown;
    }

    private List<Long> locked(SortedSet<Long> wanted) {
        NavigableSet<Long> towns = new TreeSet<>(wanted);
        towns.addAll(entityManager
                .createQuery(FOLLOWED, Long.class)
                .setParameter("id", userId)
                .getResultList());
        return towns.isEmpty() ? List.of() : RowLock.shared(entityManager).ids(TownEntity.class, "id", towns);
    }

    private void updateUser() {
        Map<String, Object> values = new LinkedHashMap<>();
        change.firstName().ifPresent(name -> values.put("firstName", name));
        change.lastName().ifPresent(name -> values.put("lastName", name));
        change.daysCount().ifPresent(days -> values.put("daysCount", days));
        if (!values.isEmpty()) {
            List<String> assignments = new ArrayList<>();
            values.keySet().forEach(name -> assignments.add("u." + name + " = :" + name));
            MutationQuery update = mutation(
                    entityManager, "update AccountUser u set " + String.join(", ", assignments) + " where u.id = :id");
            values.forEach(update::setParameter);
            update.setParameter("id", userId).executeUpdate();
        }
    }

    /** Deletes last, for the reason that {@link RoleAssignment} gives. */
    private void replaceTowns(SortedSet<Long> wanted) {
        if (wanted.isEmpty()) {
            mutation(entityManager, DELETE_TOWNS).setParameter("id", userId).executeUpdate();
            return;
        }
        for (String statement : List.of(INSERT_TOWNS, DELETE_TOWNS + OTHERS)) {
            mutation(entityManager, statement)
                    .setParameter("id", userId)
                    .setParameter("towns", wanted)
                    .executeUpdate();
        }
    }
}
