package dev.accounts.jpa.database;

import java.sql.SQLException;

/** A database server that runs as long as the tests. */
interface TestServer {

    /** The URL of a new database without tables. */
    String newDatabase() throws SQLException;
}
