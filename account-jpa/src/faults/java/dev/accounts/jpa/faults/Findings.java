package dev.accounts.jpa.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What should not have happened. Thread-safe. */
public final class Findings {

    /** The kinds of damage; there must be none of each. */
    enum Kind {
        /** An acknowledged write is not there. */
        LOST,
        /** A part of a change is there. */
        HALF,
        /** A token lives that was ended. */
        UNDEAD,
        /** A write is there that was refused with the promise that nothing was changed. */
        REFUSED_YET_DONE,
        /** A refusal is not an {@code AccountException}, or is not true. */
        WRONG_REFUSAL,
        /** A thread or a connection is still in use. */
        LEAK
    }

    private static final int SHOWN = 20;

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<String> texts = new ArrayList<>();

    synchronized void add(Kind kind, String text) {
        counts.merge(kind, 1, Integer::sum);
        if (texts.size() < SHOWN) {
            texts.add(kind + ": " + text);
        }
    }

    synchronized int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    public synchronized List<String> texts() {
        return List.copyOf(texts);
    }

    synchronized void moveTo(Findings other) {
        texts.forEach(text -> other.addText(text));
        counts.forEach(other::addCount);
        counts.clear();
        texts.clear();
    }

    private synchronized void addText(String text) {
        texts.add(text);
    }

    private synchronized void addCount(Kind kind, int count) {
        counts.merge(kind, count, Integer::sum);
    }
}
