package dev.accounts.http;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The headers of a call, whose names are compared ignoring case. Immutable, so that a call made of another one shares them. */
final class Headers extends AbstractMap<String, List<String>> {

    private final Map<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    static Headers copy(Map<String, List<String>> headers) {
        if (headers instanceof Headers immutable) {
            return immutable;
        }
        TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.merge(name, List.copyOf(values), Headers::joined));
        return new Headers(copy);
    }

    static Headers with(Map<String, List<String>> headers, String name, String value) {
        TreeMap<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.merge(name, List.of(value), Headers::joined);
        return new Headers(more);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @Override
    public @Nullable List<String> get(Object name) {
        return values.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return values.containsKey(name);
    }

    @Override
    public Set<Entry<String, List<String>>> entrySet() {
        return values.entrySet();
    }
}
