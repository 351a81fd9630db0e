package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.django.DjangoImportReport.Count;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.django.ImportLog.Subject;
import org.junit.jupiter.api.Test;

class ImportLogTest {

    private final ImportLog log = new ImportLog();

    @Test
    void counts_findings_beyond_those_that_it_keeps() {
        ImportLog page = new ImportLog();
        for (long id = 1; id <= DjangoImportReport.MAX_FINDINGS + 2; id++) {
            page.find(Kind.DAYS_COUNT, id, "");
        }
        log.find(Kind.NAME_TAKEN, 7, "");

        log.addAll(page);

        DjangoImportReport report = log.report();
        assertThat(report.findings()).hasSize(DjangoImportReport.MAX_FINDINGS);
        assertThat(report.findings().get(0).id()).isEqualTo(7);
        assertThat(report.furtherFindings()).isEqualTo(3);
    }

    @Test
    void adds_up_what_pages_count() {
        ImportLog page = new ImportLog();
        page.imported(Subject.USER);
        page.alreadyThere(Subject.USER);
        page.leftOut(Subject.TOKEN);
        log.imported(Subject.USER);

        log.addAll(page);

        assertThat(log.report().users()).isEqualTo(new Count(2, 1, 0));
        assertThat(log.report().tokens()).isEqualTo(new Count(0, 0, 1));
        assertThat(log.report().towns()).isEqualTo(new Count(0, 0, 0));
    }
}
