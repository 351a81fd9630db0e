package dev.accounts.jpa.internal.transaction;

import org.hibernate.jdbc.ReturningWork;

/** Makes reads on which no decision of the library hangs, so that an answer of a while ago harms nobody. Thread-safe. */
public interface StaleReads {

    /** Reads through plain JDBC. */
    <R> R query(ReturningWork<R> work);
}
