package dev.accounts.jpa.faults;

import dev.accounts.jpa.faults.History.Answer;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Writes down what clients ask before they ask it, and each answer before they go on. Thread-safe. */
public final class Journal {

    private final Histories histories;
    private final @Nullable PrintStream out;

    /**
     * Creates a journal.
     *
     * @param out where lines go besides, for a reader that outlives this process; null for nowhere
     */
    public Journal(Histories histories, @Nullable PrintStream out) {
        this.histories = histories;
        this.out = out;
    }

    Histories histories() {
        return histories;
    }

    void begin(Operation operation) {
        write(operation.toLine());
    }

    void end(String account, Answer answer, String value) {
        write(String.join(" ", "E", account, answer.name(), value));
    }

    void mailed(String account) {
        write("M " + account);
    }

    void refused(String what) {
        write("R " + what);
    }

    void finding(Findings.Kind kind, String text) {
        write("F " + kind + " " + text.replace('\n', ' '));
    }

    private void write(String line) {
        histories.read(line);
        if (out != null) {
            synchronized (out) {
                out.print(line + "\n");
                out.flush();
            }
        }
    }
}
