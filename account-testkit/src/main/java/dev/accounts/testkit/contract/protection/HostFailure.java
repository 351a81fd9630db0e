package dev.accounts.testkit.contract.protection;

/** Thrown by a host that rolls back its transaction, or the change that it listens to. */
final class HostFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HostFailure() {
        super("the host has changed its mind");
    }
}
