package dev.accounts.testkit.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * The units of work that are under way in memory: how to undo each, and what to do once it stands. Whoever uses it holds the
 * monitor of the tables, so that all of them belong to one thread.
 */
final class InMemoryJournal {

    private final Deque<Unit> underWay = new ArrayDeque<>();
    private final List<Runnable> committed = new ArrayList<>();

    boolean isUnderWay() {
        return !underWay.isEmpty();
    }

    /** Notes down how to undo a change, if a unit is under way. */
    void onRollback(Runnable undo) {
        if (isUnderWay()) {
            underWay.element().undo.push(undo);
        }
    }

    /** Notes down what to do once the unit under way stands; false if none is. */
    boolean onCommit(Runnable action) {
        return isUnderWay() && underWay.element().actions.add(action);
    }

    /** Runs work as a unit that stands or falls alone. */
    <R> R begin(Supplier<R> work) {
        Unit unit = new Unit();
        underWay.push(unit);
        try {
            R result = join(work);
            committed.addAll(unit.actions);
            return result;
        } finally {
            underWay.pop();
        }
    }

    /** Runs work as a part of the unit under way; what a part that fails has changed is undone at once. */
    <R> R join(Supplier<R> work) {
        Unit unit = underWay.element();
        int changes = unit.undo.size();
        int actions = unit.actions.size();
        boolean done = false;
        try {
            R result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                unit.rollBack(changes, actions);
            }
        }
    }

    /** The actions of the units that were committed since the last call, in their order. */
    List<Runnable> takeCommitted() {
        List<Runnable> taken = List.copyOf(committed);
        committed.clear();
        return taken;
    }

    private static final class Unit {

        final Deque<Runnable> undo = new ArrayDeque<>();
        final List<Runnable> actions = new ArrayList<>();

        void rollBack(int toChanges, int toActions) {
            while (undo.size() > toChanges) {
                undo.pop().run();
            }
            actions.subList(toActions, actions.size()).clear();
        }
    }
}
