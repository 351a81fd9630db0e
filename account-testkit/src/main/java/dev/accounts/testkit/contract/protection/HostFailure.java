package dev.accounts.testkit.contract.protection;

/** What a host throws to have its transaction, or what it listens to, undone. */
final class HostFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HostFailure() {
        super("the host has changed its mind");
    }
}
