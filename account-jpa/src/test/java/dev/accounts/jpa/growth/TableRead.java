package dev.accounts.jpa.growth;

/**
 * How a statement read one table, as the database tells.
 *
 * @param table the table, perhaps by the alias that the statement gives it
 * @param access the name that the database has for the way
 * @param rows how many rows were looked at, those that did not fit included
 * @param full whether the way leads over all rows
 */
record TableRead(String table, String access, long rows, boolean full) {}
