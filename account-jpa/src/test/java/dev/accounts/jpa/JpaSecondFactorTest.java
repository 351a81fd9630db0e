package dev.accounts.jpa;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.testkit.contract.factor.SecondFactorContract;
import dev.accounts.webauthn.WebAuthn4jVerifier;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaSecondFactorTest extends SecondFactorContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.stores();
    }

    @Override
    protected PasskeyVerifier passkeyVerifier() {
        return new WebAuthn4jVerifier();
    }
}
