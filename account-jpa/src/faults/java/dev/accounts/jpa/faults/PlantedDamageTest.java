package dev.accounts.jpa.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.faults.Findings.Kind;
import dev.accounts.jpa.faults.History.Answer;
import dev.accounts.model.Registration;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damages accounts on purpose: a checker that does not find it would find nothing. */
@Tag("faults")
class PlantedDamageTest {

    private static final String ANA = "ana77";
    private static final String OLD = "Kx9-first-secret";
    private static final String NEW = "Kx9-second-secret";

    private final Histories histories = new Histories();
    private final Journal journal = new Journal(histories, null);
    private final Outcomes outcomes = new Outcomes("planted", "H2");
    private Host host;
    private String token;

    @BeforeEach
    void register_and_log_in_twice_and_out_once() throws SQLException {
        host = Host.on("jdbc:h2:mem:planted;DB_CLOSE_DELAY=-1");
        Registration registration = Registration.of(ANA, OLD)
                .email("ana@example.org")
                .towns(host.towns().subList(0, 2));
        String towns = host.towns().get(0) + "," + host.towns().get(1);
        acknowledge(new Operation(Operation.Kind.REGISTER, ANA, towns, OLD), () -> {
            host.service().register(registration);
            return Operation.NOTHING;
        });
        login();
        token = login();
        execute("create table kept_token as select * from account_token");
        execute("create table kept_user as select * from account_user");
        acknowledge(new Operation(Operation.Kind.LOGOUT, ANA, token, Operation.NOTHING), () -> {
            host.service().logout(token);
            return Operation.NOTHING;
        });
    }

    @AfterEach
    void drop() throws SQLException {
        execute("drop all objects");
        host.close();
    }

    private interface Call {
        String answer();
    }

    private String login() {
        return acknowledge(
                Operation.of(Operation.Kind.LOGIN, ANA),
                () -> host.service().login(ANA, OLD).value());
    }

    private String acknowledge(Operation operation, Call call) {
        journal.begin(operation);
        String value = call.answer();
        journal.end(ANA, Answer.DONE, value);
        return value;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = host.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Findings found() throws Exception {
        Inspector.inspect(host, histories, false, outcomes);
        return histories.findings();
    }

    @Test
    void an_undamaged_account_is_no_finding() throws Exception {
        assertThat(found().texts()).isEmpty();
    }

    @Test
    void a_lost_registration_is_found() throws Exception {
        execute("delete from account_user");

        assertThat(found().count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void a_lost_login_is_found() throws Exception {
        execute("delete from account_token");

        assertThat(found().count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void a_lost_password_change_is_found() throws Exception {
        String live = login();
        acknowledge(new Operation(Operation.Kind.CHANGE, ANA, live, NEW), () -> {
            host.service().passwords().change(live, OLD, NEW);
            return Operation.NOTHING;
        });
        assertThat(found().texts()).isEmpty();

        execute("update account_user set password_hash = (select password_hash from kept_user)");
        histories.get(ANA).begin(Operation.of(Operation.Kind.REQUEST, ANA));
        histories.get(ANA).end(Answer.REFUSED, Operation.NOTHING);

        assertThat(found().count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void a_half_registration_is_found() throws Exception {
        execute("delete from account_user_town where town_id = " + host.towns().get(0));

        assertThat(found().count(Kind.HALF)).isEqualTo(1);
    }

    @Test
    void a_token_that_outlives_its_logout_is_found() throws Exception {
        execute("insert into account_token select * from kept_token"
                + " where digest not in (select digest from account_token)");

        assertThat(found().count(Kind.UNDEAD)).isEqualTo(1);
    }

    @Test
    void a_refused_registration_that_happened_is_found() throws Exception {
        journal.begin(new Operation(
                Operation.Kind.REGISTER, "eve77", String.valueOf(host.towns().get(0)), OLD));
        host.service().register(Registration.of("eve77", OLD).towns(host.towns().get(0)));
        journal.end("eve77", Answer.REFUSED, Operation.NOTHING);

        assertThat(found().count(Kind.REFUSED_YET_DONE)).isEqualTo(1);
    }

    @Test
    void a_lost_mail_is_found() throws Exception {
        acknowledge(Operation.of(Operation.Kind.REQUEST, ANA), () -> {
            host.service().passwords().requestReset("ana@example.org");
            return Operation.NOTHING;
        });
        assertThat(found().texts()).isEmpty();

        execute("delete from account_outbox");
        histories.get(ANA).begin(Operation.of(Operation.Kind.LOGIN, ANA));
        histories.get(ANA).end(Answer.REFUSED, Operation.NOTHING);

        assertThat(found().count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void leaks_are_found() throws Exception {
        Leaks leaks = new Leaks(outcomes.findings(), Duration.ofSeconds(1));
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> Until.holds(Duration.ofMinutes(5), () -> end.getCount() == 0));
        thread.start();
        try (Connection kept = host.pool().getConnection()) {
            leaks.inPool(host);
            leaks.ofThreads();
            assertThat(kept.isClosed()).isFalse();
        } finally {
            end.countDown();
        }

        assertThat(outcomes.findings().count(Kind.LEAK)).isEqualTo(2);
    }
}
