package dev.accounts.jpa.host;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** A Spring host that keeps notes in a table of its own beside the accounts, and where ana is logged in. */
final class NotingHost implements AutoCloseable {

    static final String PASSWORD = "k12345678";

    private final TestDatabase database;
    private final SpringHost spring;
    private final MovableClock clock = new MovableClock();
    private final AccountService accounts;
    private final String token;

    private NotingHost(TestDatabase database) {
        this.database = database;
        spring = SpringHost.on(database);
        accounts = builder().build().service();
        accounts.register(Registration.of("ana", PASSWORD).email("ana@x.org"));
        token = accounts.login("ana", PASSWORD).value();
        database.execute("create table host_note (note varchar(20))");
    }

    static NotingHost on(TestDatabase database) {
        return new NotingHost(database);
    }

    AccountsBuilder builder() {
        return Accounts.builder(spring.stores())
                .passwordHasher(new FastPasswordHasher())
                .clock(clock);
    }

    AccountService accounts() {
        return accounts;
    }

    /** Of ana. */
    String token() {
        return token;
    }

    TransactionTemplate transaction() {
        return spring.transaction();
    }

    int users() {
        return spring.users();
    }

    void note(String text) {
        spring.jdbc().update("insert into host_note values (?)", text);
    }

    List<String> notes() {
        return spring.jdbc().queryForList("select note from host_note", String.class);
    }

    void eraseNotes() {
        spring.jdbc().update("delete from host_note");
    }

    /** All but the attempts, which are counted whatever becomes of the transaction. */
    List<String> state() {
        List<String> state = new ArrayList<>(notes());
        database.dump().stream()
                .filter(cell -> !cell.startsWith("account_attempt"))
                .forEach(state::add);
        return state;
    }

    @Override
    public void close() {
        database.execute("drop table host_note");
    }
}
