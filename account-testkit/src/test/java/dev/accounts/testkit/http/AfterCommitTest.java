package dev.accounts.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import dev.accounts.model.StorageException.Outcome;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database that is lost after any of the commits of an operation: no answer says then that nothing was changed. */
class AfterCommitTest {

    private static final String PASSWORD = "correct-Horse-7";
    private static final String OTHER = "an0ther-Secret";
    private static final int MOST_COMMITS = 20;

    private final InMemoryAccountStores real = new InMemoryAccountStores();
    private final FailingAfterCommit database = new FailingAfterCommit(real);
    private final Accounts system = Accounts.builder(database.stores())
            .passwordHasher(new FastPasswordHasher())
            .emails(EmailPolicy.defaults().allowLoginByEmail())
            .audit(real.audit(), AuditPolicy.defaults())
            .build();
    private final AccountHttp http = AccountHttp.over(system);
    private long ana;
    private long root;
    private String token = "";
    private Map<Kind, OneTimeToken> links = new LinkedHashMap<>();

    static Stream<String> operations() {
        return ALL.keySet().stream();
    }

    private static final Map<String, Consumer<AfterCommitTest>> ALL = new LinkedHashMap<>();

    static {
        ALL.put(
                "register",
                t -> t.system
                        .service()
                        .register(Registration.of("new", PASSWORD).email("new@x.org")));
        ALL.put("login", t -> t.system.service().login("ana", PASSWORD));
        ALL.put("logout", t -> t.system.service().logout(t.token));
        ALL.put("username", t -> t.system.service().changeUsername(t.token, PASSWORD, "anna"));
        ALL.put("delete", t -> t.system.service().delete(t.token, PASSWORD));
        ALL.put("export", t -> t.system.service().export(t.token));
        ALL.put("sessions", t -> t.system.service().sessions().endAll(t.token));
        ALL.put("password", t -> t.system.service().passwords().change(t.token, PASSWORD, OTHER));
        ALL.put("reset request", t -> t.system.service().passwords().requestReset("ana@x.org"));
        ALL.put(
                "reset",
                t -> t.link(
                        Kind.RESET_PASSWORD, l -> t.system.service().passwords().reset(l.uid(), l.value(), OTHER)));
        ALL.put("username request", t -> t.system.service().usernames().requestReset("ana@x.org"));
        ALL.put(
                "username reset",
                t -> t.link(
                        Kind.RESET_USERNAME, l -> t.system.service().usernames().reset(l.uid(), l.value(), "anna")));
        ALL.put("address", t -> t.system.service().emails().change(t.token, PASSWORD, "anna@x.org"));
        ALL.put(
                "verify",
                t -> t.link(Kind.VERIFY_EMAIL, l -> t.system.service().emails().confirm(l.uid(), l.value())));
        ALL.put("town", t -> t.system.service().towns().create("Perm", "Russia", 56, 58));
        ALL.put("create", t -> t.system.administration().create(t.root, "bob", "bob@x.org"));
        ALL.put("deactivate", t -> t.system.administration().setActive(t.root, t.ana, false));
        ALL.put("staff", t -> t.system.administration().setStaff(t.root, t.ana, true));
        ALL.put("group", t -> t.system.administration().roles().ensureGroup(t.root, "editors"));
        ALL.put("groups", t -> t.system.administration().setGroups(t.root, t.ana, List.of()));
        ALL.put("end sessions", t -> t.system.administration().endSessions(t.root, t.ana));
        ALL.put("start reset", t -> t.system.administration().startPasswordReset(t.root, t.ana));
        ALL.put("delete by staff", t -> t.system.administration().delete(t.root, t.ana));
        ProfileChange days = ProfileChange.none().daysCount(7);
        ALL.put("profile", t -> t.system.service().profile().change(t.token, days));
        ALL.put("profile and address", t -> t.system.service().profile().change(t.token, days, PASSWORD, "anna@x.org"));
        ALL.put("profile by staff", t -> t.system.administration().changeProfile(t.root, t.ana, days, "anna@x.org"));
        ALL.put("rename town", t -> t.system.administration().towns().rename(t.root, 1, "Molotov"));
        ALL.put("delete town", t -> t.system.administration().towns().delete(t.root, 1));
        ALL.put("appoint", t -> t.system.maintenance().appointSuperuser(t.ana));
        Map<String, Object> change = Map.of("email", "anna@x.org", "current_password", PASSWORD, "days_count", 7);
        ALL.put("PATCH me", t -> t.call("PATCH", "/auth/users/me/", change));
        ALL.put("PUT me", t -> t.call("PUT", "/auth/users/me/", change));
        ALL.put("PATCH by id", t -> t.call("PATCH", "/auth/users/" + t.ana + "/", change));
        ALL.put("DELETE me", t -> t.call("DELETE", "/auth/users/me/", Map.of("current_password", PASSWORD)));
        ALL.put("POST users", t -> t.call("POST", "/auth/users/", Map.of("username", "new", "password", PASSWORD)));
        ALL.put(
                "POST login",
                t -> t.call("POST", "/auth/token/login/", Map.of("username", "ana", "password", PASSWORD)));
        ALL.put("POST logout_all", t -> t.call("POST", "/auth/token/logout_all/", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void never_says_that_nothing_was_changed(String operation) {
        boolean whole = false;
        for (int commits = 0; !whole && commits < MOST_COMMITS; commits++) {
            whole = new AfterCommitTest().runsWholly(operation, commits);
        }
        assertThat(whole)
                .as("the operation ends within %d commits", MOST_COMMITS)
                .isTrue();
    }

    /** Runs an operation on a database that is lost after some commits; returns whether all of it was done before. */
    private boolean runsWholly(String operation, int commits) {
        setUp();
        List<String> before = state();
        database.loseAfter(commits);
        Optional<Outcome> failure = failure(operation);
        boolean lost = database.isLost();
        database.restore();
        if (failure.equals(Optional.of(Outcome.UNCHANGED))) {
            assertThat(state())
                    .as("%s, lost after %d commits", operation, commits)
                    .isEqualTo(before);
        }
        return failure.isEmpty() || !lost;
    }

    private Optional<Outcome> failure(String operation) {
        try {
            ALL.getOrDefault(operation, t -> {}).accept(this);
            return Optional.empty();
        } catch (StorageException e) {
            return Optional.of(e.outcome());
        }
    }

    private void setUp() {
        root = system.service().register(Registration.of("root", PASSWORD)).id();
        system.maintenance().appointSuperuser(root);
        system.service().towns().create("Moscow", "Russia", 37.6, 55.8);
        ana = system.service()
                .register(Registration.of("ana", PASSWORD).email("ana@x.org"))
                .id();
        system.service().emails().requestVerification("ana@x.org");
        system.service().passwords().requestReset("ana@x.org");
        system.service().usernames().requestReset("ana@x.org");
        system.maintenance().deliver(message -> message.token().ifPresent(link -> links.put(message.kind(), link)), 10);
        token = system.service().login("ana", PASSWORD).value();
    }

    /** What the stores know of accounts, and what was recorded of changes. */
    private List<String> state() {
        List<String> state = new ArrayList<>();
        for (long id = 1; id <= 4; id++) {
            state.add(real.users().find(id) + " " + real.users().read(UserKey.id(id)) + " "
                    + real.tokens().list(id).size());
        }
        state.add(real.roles().roles() + " " + real.towns().list(0, 10));
        state.add("" + real.audit().list(Optional.empty(), 0, 100));
        return state;
    }

    private void link(Kind kind, Consumer<OneTimeToken> use) {
        use.accept(Optional.ofNullable(links.get(kind)).orElseThrow());
    }

    /** A call over HTTP; throws what its reply says of the database. */
    private void call(String method, String path, Map<String, Object> body) {
        HttpReply reply = http.handle(HttpCall.of(method, path)
                .header("Authorization", "Token " + token)
                .body(body));
        if (reply.status() == 503) {
            boolean unchanged = String.valueOf(reply.body()).contains("Nothing was changed");
            throw new StorageException(unchanged ? Outcome.UNCHANGED : Outcome.UNKNOWN, new IllegalStateException());
        }
        assertThat(reply.status()).isLessThan(300);
    }
}
