package dev.accounts.testkit.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Records for each open unit of work how to undo it and what to run after its commit. The calling thread must hold the monitor
 * of the tables, so all open units belong to one thread.
 */
final class InMemoryJournal {

    private final Deque<Unit> underWay = new ArrayDeque<>();
    private final List<Runnable> committed = new ArrayList<>();

    boolean isUnderWay() {
        return !underWay.isEmpty();
    }

    /** Records how to undo a change, if a unit of work is open. */
    void onRollback(Runnable undo) {
        if (isUnderWay()) {
            underWay.element().undo.push(undo);
        }
    }

    /** Records an action for after the commit of the open unit of work; returns false if no unit is open. */
    boolean onCommit(Runnable action) {
        return isUnderWay() && underWay.element().actions.add(action);
    }

    /** Runs work as a unit that commits or rolls back independently of others. */
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

    /** Runs work as a part of the open unit; undoes the changes of the part at once if it fails. */
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
