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
record ActorFaces(AccountService service, AccountAdministration administration, AccountMaintenance maintenance) {

    static ActorFaces of(AccountServiceBuilder builder) {
        return new ActorFaces(builder.build(), builder.buildAdministration(), builder.buildMaintenance());
    }

    ActorFaces from(String source) {
        return new ActorFaces(service.from(source), administration.from(source), maintenance);
    }
}
