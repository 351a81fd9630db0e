package dev.accounts.jpa.django;

import dev.accounts.jpa.django.DjangoImportReport.Count;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Records what becomes of everything that an import finds. Not thread-safe. */
final class ImportLog {

    private static final Count NOTHING = new Count(0, 0, 0);

    private final Map<Subject, Count> counts = new EnumMap<>(Subject.class);
    private final List<Finding> findings = new ArrayList<>();
    private long furtherFindings;

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

    /** Adds the counts and findings of another log. */
    void addAll(ImportLog other) {
        other.counts.forEach(this::add);
        other.findings.forEach(this::add);
        furtherFindings += other.furtherFindings;
    }

    DjangoImportReport report() {
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
