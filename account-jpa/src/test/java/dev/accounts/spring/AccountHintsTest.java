package dev.accounts.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.internal.entity.OwnPersistenceUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

class AccountHintsTest {

    private final RuntimeHints hints = new RuntimeHints();

    @BeforeEach
    void register() {
        new AccountHints().registerHints(hints, getClass().getClassLoader());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/account-orm.xml",
                "dev/accounts/http/openapi.json",
                "dev/accounts/internal/rules/common-passwords.txt.gz",
                "dev/accounts/jpa/schema/postgresql/V1__accounts.sql",
                "dev/accounts/jpa/schema/postgresql/V2__second_factors.sql",
                "dev/accounts/model/violations.properties"
            })
    void a_native_image_keeps_what_is_read_by_its_name(String resource) {
        assertThat(getClass().getClassLoader().getResource(resource)).isNotNull();
        assertThat(RuntimeHintsPredicates.resource().forResource(resource)).accepts(hints);
    }

    @Test
    void a_native_image_keeps_the_entities() {
        assertThat(OwnPersistenceUnit.ENTITIES)
                .allSatisfy(
                        entity -> assertThat(RuntimeHintsPredicates.reflection().onType(entity))
                                .accepts(hints));
    }
}
