package dev.accounts.jpa.galera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Registration;
import dev.accounts.policy.ThrottlePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Guesses at one password that are spread over the nodes. */
@Tag("galera")
@ExtendWith(OnGalera.class)
class GuessesTest {

    private static final int CALLERS = 60;
    private static final int ROUNDS = Integer.getInteger("galera.rounds", 5);
    private static final int FREE = 5;
    private static final ThrottlePolicy THROTTLE = new ThrottlePolicy(FREE, Duration.ofHours(1), Duration.ofHours(1));
    private static final String DOCUMENTED =
            "BadCredentialsException|TooManyAttemptsException|BusyException|StorageException UNCHANGED .*";

    @Test
    void get_past_the_count_by_at_most_one_a_node(GaleraCluster cluster) throws Exception {
        Map<String, Integer> refusals = new TreeMap<>();
        try (NodeHosts hosts = NodeHosts.on(cluster, CALLERS / NodeHosts.COUNT, NodeHosts.SYNCED, THROTTLE)) {
            for (int round = 0; round < ROUNDS; round++) {
                Race<String> race = guess("guessed" + round, hosts);
                race.addTo(refusals);
                assertThat(race.winners()).isEmpty();
                assertThat(race.refusals().getOrDefault("BadCredentialsException", 0))
                        .isBetween(1, FREE + NodeHosts.COUNT);
            }
        }
        System.out.println("Galera, " + ROUNDS + " times " + CALLERS + " guesses at one password: " + refusals);
        assertThat(refusals.keySet()).allMatch(refusal -> refusal.matches(DOCUMENTED));
    }

    private static Race<String> guess(String name, NodeHosts hosts) throws InterruptedException {
        hosts.get(0).service().register(Registration.of(name, "Kx9-bucket"));
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            NodeHost host = hosts.get(i);
            String guess = "guess-" + i;
            calls.add(() -> host.service().login(name, guess).value());
        }
        return Race.run(calls);
    }
}
