package dev.accounts.spring;

import dev.accounts.jpa.internal.entity.OwnPersistenceUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/** What a native image must keep: resources that are read by their names, the entities, and the interfaces of Argon2's library. */
final class AccountHints implements RuntimeHintsRegistrar {

    private static final String ARGON2 = "de.mkammerer.argon2.jna.";

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        hints.resources()
                .registerPattern("dev/accounts/**/*.sql")
                .registerPattern("dev/accounts/**/*.properties")
                .registerPattern("dev/accounts/**/*.txt*")
                .registerPattern("dev/accounts/http/openapi.json")
                .registerPattern("META-INF/account-orm.xml");
        OwnPersistenceUnit.ENTITIES.forEach(entity -> hints.reflection()
                .registerType(
                        entity, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS, MemberCategory.INVOKE_DECLARED_METHODS));
        hints.proxies().registerJdkProxy(TypeReference.of(ARGON2 + "Argon2Library"));
        for (String type : new String[] {"Argon2Library", "Argon2_type", "Size_t", "JnaUint32"}) {
            hints.reflection()
                    .registerType(
                            TypeReference.of(ARGON2 + type),
                            MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                            MemberCategory.INVOKE_DECLARED_METHODS);
        }
    }
}
