package dev.accounts.jpa.faults;

import java.io.IOException;
import java.nio.file.Path;

class PostgresFaultsTest extends FaultsContract {

    @Override
    KillableServer install(Path folder) throws IOException {
        return PostgresProcess.in(folder);
    }
}
