package dev.accounts.example.quarkus;

import dev.accounts.model.AccountException;
import dev.accounts.quarkus.RefusalMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.ext.Provider;

/** Answers refusals on the application's own paths as the library answers them on its paths. */
final class Refusals {

    private Refusals() {}

    @Provider
    static class OfTheLibrary extends RefusalMapper<AccountException> {}

    @Provider
    static class WithDeadToken extends RefusalMapper<AuthenticationFailedException> {}

    @Provider
    static class WithoutToken extends RefusalMapper<UnauthorizedException> {}

    @Provider
    static class WithoutRole extends RefusalMapper<ForbiddenException> {}
}
