package dev.accounts.jpa.django;

import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.django.ImportContext.Mode;
import dev.accounts.jpa.django.ImportContext.Occasion;
import dev.accounts.jpa.internal.django.DjangoDatabase;
import dev.accounts.jpa.internal.django.DjangoTables;
import dev.accounts.jpa.internal.django.IdReservation;
import dev.accounts.jpa.internal.django.ImportSql;
import dev.accounts.jpa.internal.schema.SchemaScript;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of an import.
 *
 * @param settings the host's settings
 * @param mode what the run may write
 */
record ImportRun(ImportSettings settings, Mode mode) {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    DjangoImportReport between(DataSource django, DataSource accounts) throws SQLException {
        try (ImportSql source = ImportSql.open(django);
                ImportSql target = ImportSql.open(accounts)) {
            requireSchema(target);
            DjangoTables tables = DjangoTables.find(source, settings.source());
            source.beginSnapshot();
            target.begin();
            Occasion occasion = new Occasion(Instant.now().truncatedTo(ChronoUnit.MICROS), mode);
            ImportContext context = new ImportContext(
                    settings,
                    new DjangoDatabase(source, tables, settings.source().zone()),
                    target,
                    new ImportLog(),
                    occasion);
            run(context);
            DjangoImportReport report = context.log().report();
            LOG.info(
                    "{}: users {}, tokens {}",
                    mode == Mode.DRY_RUN ? "would import" : "imported",
                    report.users(),
                    report.tokens());
            return report;
        }
    }

    private void run(ImportContext context) throws SQLException {
        if (!context.dry()) {
            reserveIds(context);
        }
        RoleImport.Roles roles = new RoleImport(context).run();
        Set<Long> townsLeftOut = new TownImport(context).run();
        findKnoxTokens(context);
        new UserImport(context, roles, townsLeftOut).run();
    }

    private static void findKnoxTokens(ImportContext context) throws SQLException {
        Optional<String> table = context.django().tables().others().knoxToken();
        long count = table.isPresent() ? context.django().count(table.get()) : 0;
        if (count > 0) {
            context.log()
                    .find(
                            Kind.KNOX_TOKENS,
                            0,
                            count
                                    + " tokens of knox were left out, because their digests are of another kind:"
                                    + " their owners log in again");
        }
    }

    private void reserveIds(ImportContext context) throws SQLException {
        DjangoDatabase django = context.django();
        IdReservation ids = new IdReservation(context.accounts());
        ids.behind(IdReservation.Table.USER, django.greatestId(django.tables().user()));
        ids.behind(
                IdReservation.Table.GROUP,
                django.greatestId(django.tables().others().group()));
        ids.behind(
                IdReservation.Table.PERMISSION,
                django.greatestId(django.tables().others().permission()));
        if (django.tables().towns().isPresent()) {
            ids.behind(
                    IdReservation.Table.TOWN,
                    django.greatestId(django.tables().towns().get().town()));
        }
    }

    private static void requireSchema(ImportSql accounts) throws SQLException {
        Optional<String> problem = SchemaScript.of(accounts.connection()).problem(accounts.connection());
        if (problem.isPresent()) {
            throw new IllegalStateException(problem.get());
        }
    }
}
