package dev.accounts.jpa;

import java.util.UUID;

/** H2 in this JVM. */
final class H2Server implements TestServer {

    @Override
    public String newDatabase() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000";
    }
}
