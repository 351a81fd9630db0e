package dev.accounts.jpa.galera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.IssuedToken;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Callers on three nodes who write the same rows at the same moment. */
@Tag("galera")
@ExtendWith(OnGalera.class)
class ContestedRowsTest {

    private static final int CALLERS = 24;
    private static final int ROUNDS = Integer.getInteger("galera.rounds", 5);
    private static final String PASSWORD = "Kx9-bucket";
    private static final String UNCHANGED = "StorageException UNCHANGED .*";

    private final Map<String, Integer> refusals = new TreeMap<>();
    private int winners;
    private NodeHosts hosts;

    @BeforeEach
    void open(GaleraCluster cluster) throws Exception {
        hosts = NodeHosts.on(cluster, CALLERS / NodeHosts.COUNT, NodeHosts.SYNCED);
    }

    @AfterEach
    void close() {
        hosts.close();
    }

    @Test
    void each_login_of_one_user_gives_a_token_or_is_refused_and_leaves_none() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String name = register("login" + round);
            Race<String> race = race(i -> () -> login(i, name));
            for (String token : race.winners()) {
                assertThat(hosts.get(1).service().me(token).username()).isEqualTo(name);
            }
            String last = login(2, name);
            assertThat(hosts.get(0).service().sessions().list(last))
                    .hasSize(race.winners().size() + 1);
        }
        report("logins of one user", UNCHANGED);
    }

    @Test
    void of_several_changes_of_one_password_one_is_done() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String name = register("change" + round);
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                tokens.add(login(i, name));
            }
            Race<String> race = race(i -> () -> {
                hosts.get(i).service().passwords().change(tokens.get(i), PASSWORD, newPassword(i));
                return newPassword(i);
            });
            onlyWorks(name, race);
        }
        report(
                "changes of one password",
                UNCHANGED + "|NotAuthenticatedException|InvalidInputException current_password invalid");
    }

    @Test
    void of_several_uses_of_one_link_one_is_done() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String name = register("reset" + round);
            OneTimeToken link = hosts.get(round).resetLink(name + "@example.org");
            Race<String> race = race(i -> () -> {
                hosts.get(i).service().passwords().reset(link.uid(), link.value(), newPassword(i));
                return newPassword(i);
            });
            onlyWorks(name, race);
        }
        report("uses of one link", UNCHANGED + "|InvalidInputException token invalid");
    }

    @Test
    void two_superusers_who_demote_each_other_leave_one() throws Exception {
        long ana = superuser("ana");
        long ben = superuser("ben");
        for (int round = 0; round < ROUNDS; round++) {
            Race<Long> race = Race.run(List.of(() -> demote(0, ana, ben), () -> demote(1, ben, ana)));
            count(race);
            assertThat(race.winners()).hasSizeLessThan(2);
            race.winners().forEach(demoted -> promote(demoted == ana ? ben : ana, demoted));
        }
        report("demotions", UNCHANGED + "|PermissionDeniedException");
    }

    private long demote(int caller, long actor, long other) {
        hosts.get(caller).administration().setSuperuser(actor, other, false);
        return other;
    }

    private void promote(long actor, long other) {
        hosts.get(2).administration().setSuperuser(actor, other, true);
    }

    private long superuser(String name) {
        long id =
                hosts.get(0).service().register(Registration.of(name, PASSWORD)).id();
        hosts.get(0).appointSuperuser(id);
        return id;
    }

    private String register(String name) {
        hosts.get(0).service().register(Registration.of(name, PASSWORD).email(name + "@example.org"));
        return name;
    }

    private String login(int caller, String name) {
        IssuedToken token = hosts.get(caller).service().login(name, PASSWORD);
        return token.value();
    }

    private static String newPassword(int caller) {
        return "Qz7-kettle-" + caller;
    }

    private Race<String> race(IntFunction<Callable<String>> call) throws InterruptedException {
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            calls.add(call.apply(i));
        }
        Race<String> race = Race.run(calls);
        count(race);
        return race;
    }

    private void count(Race<?> race) {
        winners += race.winners().size();
        race.addTo(refusals);
    }

    private void onlyWorks(String name, Race<String> race) {
        assertThat(race.winners()).as(race.toString()).hasSize(1);
        for (int i = 0; i < NodeHosts.COUNT; i++) {
            assertThat(hosts.get(i).service().login(name, race.winners().get(0)).value())
                    .isNotBlank();
        }
    }

    private void report(String what, String documented) {
        System.out.println("Galera, " + what + ": " + winners + " done, " + refusals);
        assertThat(refusals.keySet()).allMatch(refusal -> refusal.matches(documented));
    }
}
