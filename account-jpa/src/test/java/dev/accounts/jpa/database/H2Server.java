package dev.accounts.jpa.database;

import java.util.UUID;

/** H2 in this JVM. */
public final class H2Server implements TestServer {

    @Override
    public String newDatabase() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000";
    }
}
