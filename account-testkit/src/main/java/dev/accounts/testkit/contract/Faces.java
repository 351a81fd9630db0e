package dev.accounts.testkit.contract;

import dev.accounts.AccountAdministration;
import dev.accounts.AccountMaintenance;
import dev.accounts.AccountService;
import dev.accounts.AccountServiceBuilder;
import dev.accounts.EmailPolicy;

/** The three faces of one account system. */
record Faces(AccountService service, AccountAdministration administration, AccountMaintenance maintenance) {

    static Faces of(AccountServiceBuilder builder) {
        return new Faces(builder.build(), builder.buildAdministration(), builder.buildMaintenance());
    }

    Faces from(String source) {
        return new Faces(service.from(source), administration.from(source), maintenance);
    }

    static AccountServiceBuilder requiringVerification(AccountServiceBuilder builder) {
        return builder.emails(EmailPolicy.defaults().requireVerification());
    }
}
