package dev.accounts.spring;

import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.spi.factor.PasskeyVerifier;
import java.util.Optional;

/** Refuses every answer. */
final class RefusingVerifier implements PasskeyVerifier {

    @Override
    public Optional<String> challenge(String clientDataJson) {
        return Optional.empty();
    }

    @Override
    public Optional<NewPasskey> register(PasskeyRegistration answer, Expected expected) {
        return Optional.empty();
    }

    @Override
    public Optional<PasskeyUse> authenticate(PasskeyAssertion answer, String publicKey, Expected expected) {
        return Optional.empty();
    }
}
