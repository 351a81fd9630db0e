package dev.accounts.jpa.internal.transaction;

import dev.accounts.jpa.spi.AccountTransactions;

/**
 * Checks what a host says of its transactions. If it denied one that is under way, the stores would repeat calls in a transaction
 * whose earlier changes the database has undone.
 */
public final class SeamCheck {

    private SeamCheck() {}

    /** Throws {@link IllegalStateException} if the seam denies a transaction that it has begun. */
    public static void require(AccountTransactions host, StoreCalls calls) {
        if (!calls.apart(host::isUnderWay)) {
            throw new IllegalStateException(
                    "AccountTransactions.isUnderWay() of " + host.getClass().getName()
                            + " is false in the work of callNew: it must tell whether a transaction is under way on the thread");
        }
    }
}
