package dev.accounts.example.shared;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;

class SharedTest extends SharedCases {

    @BeforeAll
    static void start() {
        start("jdbc:h2:mem:" + UUID.randomUUID() + ";USER=sa");
    }
}
