package dev.accounts.jpa.internal.transaction;

import org.hibernate.jdbc.ReturningWork;

/** Runs reads in plain SQL. Thread-safe. */
public interface SqlReads {

    /** Runs a read on a connection, which is given back after it. */
    <R> R query(ReturningWork<R> work);
}
