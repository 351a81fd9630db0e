package dev.accounts.jpa.host;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.spi.AccountTransactions;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The seam to Spring's transactions. */
@OnEachDatabase
class SpringSeamTest extends SeamContract {

    @Override
    AccountTransactions seam() {
        return database.spring().seam();
    }

    /** So that the contract cannot pass because it asks nothing. */
    @Test
    void a_seam_that_answers_wrongly_is_found() {
        assertFound(() -> true);
        assertFound(() -> false);
        assertFound(() -> !seam().isUnderWay());
    }

    private void assertFound(BooleanSupplier answer) {
        AccountTransactions wrong = GivenTransactionsTest.seam(database.spring(), answer);

        assertThatThrownBy(() -> assertTellsTheTruth(wrong)).isInstanceOf(AssertionError.class);
    }
}
