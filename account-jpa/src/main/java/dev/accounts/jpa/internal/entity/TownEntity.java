package dev.accounts.jpa.internal.entity;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.Town;
import dev.accounts.spi.NewTown;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;
import org.jspecify.annotations.Nullable;

/** Maps {@code account_town}. */
@Entity(name = "AccountTown")
@Table(name = "account_town")
@Check(name = "account_town_longitude_ck", constraints = "longitude between -180 and 180")
@Check(name = "account_town_latitude_ck", constraints = "latitude between -90 and 90")
public class TownEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    private Long id;

    @CodePoints
    @Column(name = "name", nullable = false, length = 200)
    private String name = "";

    @CodePoints
    @Column(name = "country", nullable = false, length = 200)
    private String country = "";

    @Column(name = "longitude", nullable = false)
    private double longitude;

    @Column(name = "latitude", nullable = false)
    private double latitude;

    protected TownEntity() {}

    public static TownEntity of(NewTown town) {
        TownEntity entity = new TownEntity();
        entity.name = town.name();
        entity.country = town.country();
        entity.longitude = town.longitude();
        entity.latitude = town.latitude();
        return entity;
    }

    public Town toTown() {
        return new Town(requireNonNull(id, "id"), name, country, longitude, latitude);
    }
}
