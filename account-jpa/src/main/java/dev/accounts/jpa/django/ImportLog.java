package dev.accounts.jpa.django;

import dev.accounts.jpa.django.DjangoImportReport.Count;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records what becomes of everything that an import finds. Not thread-safe. */
final class ImportLog {

    private static final Count NOTHING = new Count(0, 0, 0);

    private final Map<Subject, Count> counts = new EnumMap<>(Subject.class);
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Long, Long> moved = new LinkedHashMap<>();
    private long furtherFindings;
    private long mayAwaitActivation;

    /** What an import counts. */
    enum Subject {
        USER,
        GROUP,
        PERMISSION,
        TOWN,
        TOKEN
    }

    void imported(Subject subject) {
        add(subject, new Count(1, 0, 0));
    }

    void alreadyThere(Subject subject) {
        add(subject, new Count(0, 1, 0));
    }

    void leftOut(Subject subject) {
        add(subject, new Count(0, 0, 1));
    }

    void leftOut(Subject subject, Kind kind, long id, String text) {
        leftOut(subject);
        find(kind, id, text);
    }

    void find(Kind kind, long id, String text) {
        add(new Finding(kind, id, text));
    }

    /** Counts a user of whom there are too many for a finding each. */
    void mayAwaitActivation() {
        mayAwaitActivation++;
    }

    void addressShared(long loser, long holder) {
        find(Kind.EMAIL_SHARED, loser, shared(holder));
    }

    /** Tells that a user loses an address to another, and corrects what was told about others with the same. */
    void addressMoved(long loser, long holder) {
        moved.put(loser, holder);
        correct(loser, holder);
        addressShared(loser, holder);
    }

    private void correct(long loser, long holder) {
        findings.replaceAll(
                finding -> finding.kind() == Kind.EMAIL_SHARED && finding.text().equals(shared(loser))
                        ? new Finding(Kind.EMAIL_SHARED, finding.id(), shared(holder))
                        : finding);
    }

    private static String shared(long holder) {
        return "imported without an address: user " + holder + " has the same";
    }

    /** Adds the counts of another log, and its findings in the order of the ids. */
    void addAll(ImportLog other) {
        other.findings.sort(Comparator.comparing(Finding::id));
        other.moved.forEach(this::correct);
        other.counts.forEach(this::add);
        other.findings.forEach(this::add);
        furtherFindings += other.furtherFindings;
        mayAwaitActivation += other.mayAwaitActivation;
    }

    DjangoImportReport report() {
        if (mayAwaitActivation > 0) {
            find(
                    Kind.MAY_AWAIT_ACTIVATION,
                    0,
                    mayAwaitActivation
                            + " users are inactive and never logged in: set awaitingActivation if they wait for"
                            + " an activation by Djoser");
        }
        return new DjangoImportReport(
                count(Subject.USER),
                count(Subject.GROUP),
                count(Subject.PERMISSION),
                count(Subject.TOWN),
                count(Subject.TOKEN),
                findings,
                furtherFindings);
    }

    private Count count(Subject subject) {
        return counts.getOrDefault(subject, NOTHING);
    }

    private void add(Subject subject, Count more) {
        Count before = count(subject);
        counts.put(
                subject,
                new Count(
                        before.imported() + more.imported(),
                        before.alreadyThere() + more.alreadyThere(),
                        before.leftOut() + more.leftOut()));
    }

    private void add(Finding finding) {
        if (findings.size() < DjangoImportReport.MAX_FINDINGS) {
            findings.add(finding);
        } else {
            furtherFindings++;
        }
    }
}
