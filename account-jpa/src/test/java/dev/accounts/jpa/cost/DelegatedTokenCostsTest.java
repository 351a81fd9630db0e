package dev.accounts.jpa.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.ProbedAccounts;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.Registration;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.testkit.FastPasswordHasher;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** How many statements a use of a delegated token costs. */
@OnEachDatabase
class DelegatedTokenCostsTest {

    private static final String PASSWORD = "k12345678";

    @Parameter
    TestDatabase database;

    private ProbedAccounts probed;
    private Accounts accounts;
    private long root;
    private long ana;

    @BeforeEach
    void open() {
        probed = ProbedAccounts.on(database);
        accounts = Accounts.builder(probed.stores())
                .passwordHasher(new FastPasswordHasher())
                .tokens(TokenPolicy.defaults().allowPersonalTokens())
                .build();
        root = registered("root");
        accounts.maintenance().appointSuperuser(root);
        ana = registered("ana");
    }

    private long registered(String username) {
        return accounts.service().register(Registration.of(username, PASSWORD)).id();
    }

    private String login(String username) {
        return accounts.service().login(username, PASSWORD).value();
    }

    private String acting(String staff) {
        return accounts.service()
                .sessions()
                .actAs(login(staff), ana, Duration.ofMinutes(5))
                .value();
    }

    private int statements(String token) {
        probed.probe().reset();
        accounts.service().caller(token);
        assertThat(probed.probe().commits()).isZero();
        return probed.probe().executed().size();
    }

    @Test
    void a_personal_token_costs_what_a_session_costs() {
        String session = login("ana");
        PersonalTokenRequest request = new PersonalTokenRequest("script", Set.of(), Duration.ofDays(1));
        String token =
                accounts.service().sessions().issuePersonal(session, request).value();

        assertThat(statements(token)).isEqualTo(statements(session));
    }

    @Test
    void a_token_of_a_staff_actor_costs_five_statements_more() {
        long staff = registered("staff");
        accounts.administration().setStaff(root, staff, true);
        long act = accounts.administration()
                .roles()
                .ensurePermission(root, "accounts.act_as_user")
                .id();
        accounts.administration().setPermissions(root, staff, Set.of(act));

        assertThat(statements(acting("staff"))).isEqualTo(statements(login("ana")) + 5);
    }

    @Test
    void a_token_of_a_superuser_costs_three_statements_more() {
        assertThat(statements(acting("root"))).isEqualTo(statements(login("ana")) + 3);
    }
}
