package dev.accounts.jpa.django;

import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.django.ImportLog.Subject;
import dev.accounts.jpa.internal.django.DjangoTables;
import dev.accounts.jpa.internal.django.ImportedText;
import dev.accounts.model.Town;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Imports towns, each page of them in one transaction. */
record TownImport(ImportContext context) {

    private static final int MAX_TEXT = 200;
    private static final String SELECT_PRESENT =
            "select id, name, country, longitude, latitude from account_town where id in";
    private static final String INSERT =
            "insert into account_town (id, name, country, longitude, latitude) values (?, ?, ?, ?, ?)";

    /**
     * Imports all towns. Returns the ids of those that were left out, so that no user follows another town in their
     * place.
     */
    Set<Long> run() throws SQLException {
        Set<Long> leftOut = new HashSet<>();
        if (context.django().tables().towns().isPresent()) {
            DjangoTables.Towns tables = context.django().tables().towns().get();
            List<Town> page = context.django().towns(tables, Long.MIN_VALUE);
            while (!page.isEmpty()) {
                importPage(page, leftOut);
                page = context.django().towns(tables, page.get(page.size() - 1).id());
            }
        }
        return leftOut;
    }

    private void importPage(List<Town> page, Set<Long> leftOut) throws SQLException {
        Map<Long, Town> present = present(page);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Town town : page) {
            Optional<String> problem = problem(town, present.get(town.id()));
            if (problem.isPresent()) {
                leftOut.add(town.id());
                context.log().leftOut(Subject.TOWN, Kind.TOWN_LEFT_OUT, town.id(), problem.get());
            } else if (present.containsKey(town.id())) {
                context.log().alreadyThere(Subject.TOWN);
            } else {
                rows.add(new Object[] {town.id(), town.name(), town.country(), town.longitude(), town.latitude()});
                context.log().imported(Subject.TOWN);
            }
        }
        if (!context.dry()) {
            context.accounts().batch(INSERT, rows);
        }
        context.endBatch();
    }

    private Map<Long, Town> present(List<Town> page) throws SQLException {
        Map<Long, Town> present = new HashMap<>();
        context.accounts()
                .forEachIn(
                        SELECT_PRESENT,
                        page.stream().map(Town::id).toList(),
                        row -> present.put(
                                row.getLong(1),
                                new Town(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getDouble(4),
                                        row.getDouble(5))));
        return present;
    }

    private static Optional<String> problem(Town town, @Nullable Town present) {
        if (town.id() < 1) {
            return Optional.of("its id is not positive");
        }
        if (present != null) {
            return present.name().equals(town.name()) && present.country().equals(town.country())
                    ? Optional.empty()
                    : Optional.of("another town has its id here");
        }
        if (isUnfit(town.name()) || isUnfit(town.country())) {
            return Optional.of("its name or country is blank or has more than " + MAX_TEXT + " characters");
        }
        // NaN is never within bounds.
        return Math.abs(town.longitude()) <= 180 && Math.abs(town.latitude()) <= 90
                ? Optional.empty()
                : Optional.of("its coordinates are out of bounds");
    }

    private static boolean isUnfit(String text) {
        return text.isBlank() || ImportedText.isCut(text, MAX_TEXT);
    }
}
