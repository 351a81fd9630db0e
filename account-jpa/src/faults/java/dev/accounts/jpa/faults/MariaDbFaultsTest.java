package dev.accounts.jpa.faults;

import ch.vorburger.exec.ManagedProcessException;
import java.nio.file.Path;

class MariaDbFaultsTest extends FaultsContract {

    @Override
    KillableServer install(Path folder) throws ManagedProcessException {
        return MariaDbProcess.in(folder);
    }
}
