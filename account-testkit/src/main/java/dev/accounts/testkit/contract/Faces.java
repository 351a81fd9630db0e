package dev.accounts.testkit.contract;

import dev.accounts.AccountAdministration;
import dev.accounts.AccountMaintenance;
import dev.accounts.AccountService;
import dev.accounts.AccountServiceBuilder;

/**
 * The faces of one account system.
 *
 * @param service the face of a person
 * @param administration the face of staff
 * @param maintenance the face of the scheduler
 */
record Faces(AccountService service, AccountAdministration administration, AccountMaintenance maintenance) {

    static Faces of(AccountServiceBuilder builder) {
        return new Faces(builder.build(), builder.buildAdministration(), builder.buildMaintenance());
    }

    Faces from(String source) {
        return new Faces(service.from(source), administration.from(source), maintenance);
    }
}
