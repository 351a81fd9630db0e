package dev.accounts.testkit.memory;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order of their keys; the journal can undo their changes. The calling thread must hold the monitor of the tables.
 */
final class InMemoryTable<K extends Comparable<K>, V> {

    private final TreeMap<K, V> rows = new TreeMap<>();
    private final InMemoryJournal journal;

    InMemoryTable(InMemoryJournal journal) {
        this.journal = journal;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    boolean has(K key) {
        return rows.containsKey(key);
    }

    Stream<V> stream() {
        return rows.values().stream();
    }

    Stream<V> streamAfter(K key) {
        return rows.tailMap(key, false).values().stream();
    }

    void put(K key, V row) {
        V before = rows.put(key, row);
        journal.onRollback(() -> restore(key, before));
    }

    boolean remove(K key) {
        V before = rows.remove(key);
        if (before != null) {
            journal.onRollback(() -> restore(key, before));
        }
        return before != null;
    }

    /** Removes the first rows that match; returns their number. */
    int removeIf(Predicate<V> which, int limit) {
        List<K> keys = rows.entrySet().stream()
                .filter(row -> which.test(row.getValue()))
                .limit(limit)
                .map(row -> row.getKey())
                .toList();
        keys.forEach(this::remove);
        return keys.size();
    }

    void replaceAll(UnaryOperator<V> change) {
        List.copyOf(rows.entrySet()).forEach(row -> put(row.getKey(), change.apply(row.getValue())));
    }

    int removeIf(Predicate<V> which) {
        return removeIf(which, Integer.MAX_VALUE);
    }

    private void restore(K key, @Nullable V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }
}
