package dev.accounts.jpa;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** As {@link ServletBenchmark}, over the stores in memory: what the HTTP contract and the servlet themselves add to a request. */
@State(Scope.Benchmark)
public class MemoryServletBenchmark {

    private static final MeOverHttp HTTP = MeOverHttp.inMemory();

    /** The client of a thread. */
    @State(Scope.Thread)
    public static class Client extends KeepAliveClient {

        public Client() {
            super(HTTP.port());
        }

        @Override
        @TearDown
        public void close() {
            super.close();
        }
    }

    @Benchmark
    public String service(Client client) {
        return HTTP.service(client);
    }

    @Benchmark
    public String fixed(Client client) {
        return HTTP.fixed(client);
    }
}
