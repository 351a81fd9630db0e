package dev.accounts.jpa.galera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("galera")
@ExtendWith(OnGalera.class)
class RegistrationRaceTest {

    private static final int CALLERS = 200;
    private static final int ROUNDS = Integer.getInteger("galera.rounds", 5);

    @Test
    void of_200_who_register_one_name_on_three_nodes_one_gets_it_and_the_others_hear_that_it_is_taken(
            GaleraCluster cluster) throws Exception {
        Map<String, Integer> refusals = new TreeMap<>();
        try (NodeHosts hosts = NodeHosts.on(cluster, CALLERS / NodeHosts.COUNT + 1, "")) {
            for (int round = 0; round < ROUNDS; round++) {
                Race<String> race = register("wanted" + round, hosts);
                race.addTo(refusals);
                assertThat(race.winners()).as(refusals.toString()).hasSize(1);
                logInEverywhere("wanted" + round, race.winners().get(0), cluster);
            }
        }
        System.out.println("Galera, " + ROUNDS + " races of " + CALLERS + " registrations: " + refusals);
        assertThat(refusals).containsOnlyKeys("InvalidInputException username taken");
    }

    private static Race<String> register(String name, NodeHosts hosts) throws InterruptedException {
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            NodeHost host = hosts.get(i);
            String password = "Kx9-bucket-" + i;
            calls.add(() -> {
                host.service().register(Registration.of(name, password));
                return password;
            });
        }
        return Race.run(calls);
    }

    private static void logInEverywhere(String name, String password, GaleraCluster cluster) throws Exception {
        try (NodeHosts hosts = NodeHosts.on(cluster, 1, NodeHosts.SYNCED)) {
            for (int i = 0; i < NodeHosts.COUNT; i++) {
                assertThat(hosts.get(i).service().login(name, password).value()).isNotBlank();
            }
        }
    }
}
