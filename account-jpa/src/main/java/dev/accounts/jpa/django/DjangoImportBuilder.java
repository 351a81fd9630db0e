package dev.accounts.jpa.django;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.text.AccountNames;
import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.internal.django.DjangoSource;
import dev.accounts.jpa.internal.django.UserModel;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Collects the settings of an import. Not thread-safe. */
final class DjangoImportBuilder implements DjangoImport.Builder {

    private static final Duration DEFAULT_LIFETIME = Duration.ofDays(30);
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(36_500);

    private final DataSource django;
    private final Map<Long, Name> renames = new HashMap<>();
    private String userTable = "auth_user";
    private Optional<UserModel> userModel = Optional.empty();
    private Optional<DjangoSource.TownTables> townTables = Optional.empty();
    private ZoneId zone = ZoneOffset.UTC;
    private boolean emailsVerified;
    private boolean awaitingActivation;
    private Duration tokenLifetime = DEFAULT_LIFETIME;

    DjangoImportBuilder(DataSource django) {
        this.django = django;
    }

    @Override
    public DjangoImport.Builder userTable(String name) {
        this.userTable = DjangoSource.requireTable("userTable", requireNonNull(name, "name"));
        return this;
    }

    @Override
    public DjangoImport.Builder userModel(String appLabel, String model) {
        this.userModel = Optional.of(new UserModel(
                requireNonNull(appLabel, "appLabel"),
                requireNonNull(model, "model").toLowerCase(Locale.ROOT)));
        return this;
    }

    @Override
    public DjangoImport.Builder townTables(String towns, String countries) {
        requireNonNull(towns, "towns");
        requireNonNull(countries, "countries");
        this.townTables = Optional.of(new DjangoSource.TownTables(
                DjangoSource.requireTable("towns", towns), DjangoSource.requireTable("countries", countries)));
        return this;
    }

    @Override
    public DjangoImport.Builder emailsVerified(boolean value) {
        this.emailsVerified = value;
        return this;
    }

    @Override
    public DjangoImport.Builder awaitingActivation(boolean value) {
        this.awaitingActivation = value;
        return this;
    }

    @Override
    public DjangoImport.Builder timeZone(ZoneId value) {
        this.zone = requireNonNull(value, "value");
        return this;
    }

    @Override
    public DjangoImport.Builder tokenLifetime(Duration value) {
        requireNonNull(value, "value");
        if (value.isNegative() || value.isZero() || value.compareTo(LONGEST_LIFETIME) > 0) {
            throw new IllegalArgumentException(
                    "tokenLifetime must be positive and up to " + LONGEST_LIFETIME + ": " + value);
        }
        this.tokenLifetime = value;
        return this;
    }

    @Override
    public DjangoImport.Builder rename(long userId, String newUsername) {
        Name name = AccountNames.username(requireNonNull(newUsername, "newUsername"))
                .orElseThrow(() -> new IllegalArgumentException("newUsername is not a valid username"));
        renames.put(userId, name);
        return this;
    }

    @Override
    public DjangoImport into(DataSource accounts) {
        requireNonNull(accounts, "accounts");
        return new DjangoImport(
                django,
                accounts,
                new ImportSettings(
                        new DjangoSource(userTable, userModel, townTables, zone),
                        emailsVerified,
                        awaitingActivation,
                        tokenLifetime,
                        Map.copyOf(renames)));
    }
}
