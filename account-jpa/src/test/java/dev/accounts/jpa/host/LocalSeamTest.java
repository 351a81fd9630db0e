package dev.accounts.jpa.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.PlainHibernate;
import dev.accounts.jpa.spi.AccountTransactions;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.RollbackException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The seam for a host with Hibernate alone. */
@OnEachDatabase
class LocalSeamTest extends SeamContract {

    private EntityManagerFactory unit;

    @Override
    AccountTransactions seam() {
        unit = PlainHibernate.over(database.pool());
        return AccountTransactions.local(unit);
    }

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void a_doomed_transaction_says_so() {
        AccountTransactions seam = AccountTransactions.local(unit);

        assertThatThrownBy(() -> seam.call(outer -> {
                    assertThatThrownBy(() -> seam.call(entityManager -> entityManager.find(Object.class, 1)))
                            .isInstanceOf(IllegalArgumentException.class);
                    return true;
                }))
                .isInstanceOf(RollbackException.class)
                .hasMessageContaining("a part of its work failed");
    }

    @Test
    void a_call_in_a_read_gets_a_transaction() {
        AccountTransactions seam = AccountTransactions.local(unit);

        assertThat(seam.<Boolean>read(reading -> seam.call(any -> seam.isUnderWay())))
                .isTrue();
    }

    @Test
    void a_closed_unit_says_so() {
        unit.close();

        assertThatThrownBy(() -> AccountTransactions.local(unit).call(any -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
