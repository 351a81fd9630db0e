package dev.accounts.testkit.memory;

import dev.accounts.model.TokenDigest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order of their keys; the journal can undo their changes. The calling thread must hold the monitor of the tables.
 */
final class InMemoryTable<K, V> {

    private final TreeMap<K, V> rows;
    /** Finds a row without comparing keys: each request looks for a token. */
    private final Map<K, V> byKey = new HashMap<>();

    private final InMemoryJournal journal;

    private InMemoryTable(InMemoryJournal journal, Comparator<K> order) {
        this.journal = journal;
        this.rows = new TreeMap<>(order);
    }

    static <K extends Comparable<K>, V> InMemoryTable<K, V> of(InMemoryJournal journal) {
        return new InMemoryTable<>(journal, Comparator.<K>naturalOrder());
    }

    static <V> InMemoryTable<TokenDigest, V> byDigest(InMemoryJournal journal) {
        return new InMemoryTable<>(
                journal, Comparator.comparingLong(TokenDigest::high).thenComparingLong(TokenDigest::low));
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(byKey.get(key));
    }

    boolean has(K key) {
        return byKey.containsKey(key);
    }

    Stream<V> stream() {
        return rows.values().stream();
    }

    Stream<V> streamAfter(K key) {
        return rows.tailMap(key, false).values().stream();
    }

    void put(K key, V row) {
        V before = byKey.get(key);
        set(key, row);
        journal.onRollback(() -> set(key, before));
    }

    boolean remove(K key) {
        V before = byKey.get(key);
        if (before != null) {
            set(key, null);
            journal.onRollback(() -> set(key, before));
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

    private void set(K key, @Nullable V row) {
        if (row == null) {
            rows.remove(key);
            byKey.remove(key);
        } else {
            rows.put(key, row);
            byKey.put(key, row);
        }
    }
}
