package dev.accounts.jpa.internal.django;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** Reads columns that may be null. */
public record DjangoRow(ResultSet row) {

    String text(int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    int number(int column, int ifNull) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? ifNull : number;
    }
}
