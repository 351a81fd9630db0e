package dev.accounts.http;

import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountService;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What calls are answered with: the face of a person, that of staff where the host gave it, and the reader of bodies. */
record Faces(AccountService accounts, Optional<AccountAdministration> administration, Bodies bodies) {

    /** The same for a client; what the host set as the source stays where the call names none. */
    Faces from(@Nullable String client) {
        return client == null
                ? this
                : new Faces(accounts.from(client), administration.map(staff -> staff.from(client)), bodies);
    }
}
