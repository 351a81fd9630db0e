package dev.accounts.jpa.faults;

import dev.accounts.jpa.faults.History.Answer;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The histories of all accounts of a database, read from lines: {@code B} begins an operation, {@code E} ends it, {@code M} is a
 * mail, {@code R} counts a refusal, {@code F} is a finding. Thread-safe.
 */
public final class Histories {

    private final ConcurrentMap<String, History> byAccount = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Findings findings = new Findings();

    void read(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "B" -> of(words[1]).begin(Operation.ofLine(words));
            case "E" -> end(words[1], Answer.valueOf(words[2]), words[3]);
            case "M" -> of(words[1]).mailed();
            case "R" -> refusals.merge(line.substring(2), 1, Integer::sum);
            case "F" -> findings.add(Findings.Kind.valueOf(words[1]), line.substring(2));
            default -> throw new IllegalArgumentException(line);
        }
    }

    private void end(String account, Answer answer, String value) {
        of(account).end(answer, value);
        if (answer == Answer.DONE) {
            acknowledged.incrementAndGet();
        }
    }

    private History of(String account) {
        return byAccount.computeIfAbsent(account, History::new);
    }

    History get(String account) {
        return of(account);
    }

    Collection<History> all() {
        return byAccount.values();
    }

    /** Accounts without doubt for one of several clients, so that no two clients have the same. */
    Stream<History> forClient(int client, int clients) {
        return all().stream()
                .filter(history -> Math.floorMod(history.account().hashCode(), clients) == client)
                .filter(history -> history.certain().filter(State::exists).isPresent());
    }

    public int acknowledged() {
        return acknowledged.get();
    }

    int refused() {
        return refusals.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The refusals since the last call. */
    public Map<String, Integer> takeRefusals() {
        Map<String, Integer> taken = new TreeMap<>(refusals);
        refusals.clear();
        return taken;
    }

    public Findings findings() {
        return findings;
    }
}
