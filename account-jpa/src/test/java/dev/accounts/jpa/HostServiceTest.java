package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.AccountMaintenance;
import dev.accounts.AccountService;
import dev.accounts.AccountServiceBuilder;
import dev.accounts.PersonalData;
import dev.accounts.Registration;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of what the service does in the transactions of a Spring host, when they are committed and when not. */
@OnEachDatabase
class HostServiceTest {

    private static final String PASSWORD = "k12345678";
    private static final String NEW_PASSWORD = "battery-Staple-9";

    @Parameter
    TestDatabase database;

    private final MovableClock clock = new MovableClock();
    private final List<AccountMessage> sent = new ArrayList<>();
    private SpringHost spring;
    private TransactionTemplate host;
    private AccountService accounts;
    private AccountMaintenance maintenance;
    private String token;

    @BeforeEach
    void open() {
        spring = SpringHost.on(database);
        host = spring.transaction();
        accounts = builder().build();
        maintenance = builder().buildMaintenance();
        accounts.register(Registration.of("ana", PASSWORD).email("ana@x.org"));
        token = accounts.login("ana", PASSWORD).value();
        database.execute("create table host_note (note varchar(20))");
    }

    @AfterEach
    void close() {
        database.execute("drop table host_note");
        spring.close();
    }

    private AccountServiceBuilder builder() {
        return AccountService.builder(spring.stores())
                .passwordHasher(new FastPasswordHasher())
                .clock(clock);
    }

    @Test
    void failed_logins_are_counted_although_the_host_rolls_back() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> host.execute(status -> accounts.login("ana", "wrong-password")))
                    .isInstanceOf(BadCredentialsException.class);
        }

        assertThatThrownBy(() -> host.execute(status -> accounts.login("ana", PASSWORD)))
                .isInstanceOf(TooManyAttemptsException.class);
    }

    @Test
    void a_change_of_password_goes_when_the_host_rolls_back() {
        assertUndone(service -> service.passwords().change(token, PASSWORD, NEW_PASSWORD));

        assertThat(accounts.login("ana", PASSWORD)).isNotNull();
    }

    @Test
    void a_reset_goes_when_the_host_rolls_back_and_its_link_stays_good() {
        accounts.passwords().requestReset("ana@x.org");
        maintenance.deliver(sent::add, 10);
        OneTimeToken link = sent.get(0).token().orElseThrow();

        assertUndone(service -> service.passwords().reset(link.uid(), link.value(), NEW_PASSWORD));

        assertThat(accounts.me(token).username()).isEqualTo("ana");
        accounts.passwords().reset(link.uid(), link.value(), NEW_PASSWORD);
        assertThat(accounts.login("ana", NEW_PASSWORD)).isNotNull();
    }

    @Test
    void a_deletion_goes_when_the_host_rolls_back() {
        assertUndone(service -> service.delete(token, PASSWORD));

        assertThat(accounts.me(token).username()).isEqualTo("ana");
    }

    @Test
    void what_the_host_erased_with_an_account_comes_back_when_it_rolls_back() {
        note("of ana");
        AccountService erasing = builder().personalData(notes()).build();

        host.executeWithoutResult(status -> {
            erasing.delete(token, PASSWORD);
            assertThat(notesLeft()).isEmpty();
            status.setRollbackOnly();
        });
        assertThat(notesLeft()).containsExactly("of ana");

        host.executeWithoutResult(status -> erasing.delete(token, PASSWORD));
        assertThat(notesLeft()).isEmpty();
        assertThat(spring.users()).isZero();
    }

    private void assertUndone(Consumer<AccountService> change) {
        List<String> before = state();
        host.executeWithoutResult(status -> {
            note("changed");
            change.accept(accounts);
            assertThat(spring.jdbc().queryForList("select * from host_note")).hasSize(1);
            status.setRollbackOnly();
        });
        assertThat(state()).isEqualTo(before);
    }

    /** All but the attempts, which are counted whatever becomes of the transaction. */
    private List<String> state() {
        List<String> state = new ArrayList<>(notesLeft());
        database.dump().stream()
                .filter(cell -> !cell.startsWith("account_attempt"))
                .forEach(state::add);
        return state;
    }

    private PersonalData notes() {
        return new PersonalData() {
            @Override
            public String name() {
                return "notes";
            }

            @Override
            public Object export(long userId) {
                return notesLeft();
            }

            @Override
            public void erase(long userId) {
                spring.jdbc().update("delete from host_note");
            }
        };
    }

    private void note(String text) {
        spring.jdbc().update("insert into host_note values (?)", text);
    }

    private List<String> notesLeft() {
        return spring.jdbc().queryForList("select note from host_note", String.class);
    }
}
