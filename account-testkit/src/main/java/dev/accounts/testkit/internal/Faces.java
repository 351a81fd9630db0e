package dev.accounts.testkit.internal;

import dev.accounts.AccountServiceBuilder;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;

/** The three faces of one account system. */
public record Faces(AccountService service, AccountAdministration administration, AccountMaintenance maintenance) {

    public static Faces of(AccountServiceBuilder builder) {
        return new Faces(builder.build(), builder.buildAdministration(), builder.buildMaintenance());
    }

    public Faces from(String source) {
        return new Faces(service.from(source), administration.from(source), maintenance);
    }

    public static AccountServiceBuilder requiringVerification(AccountServiceBuilder builder) {
        return builder.emails(EmailPolicy.defaults().requireVerification());
    }
}
