package dev.accounts.jpa;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * {@code GET} of {@code me} over HTTP keep-alive against a servlet on the same Tomcat that answers the same bytes without looking
 * anything up. Each thread is a client with a connection of its own, in the same JVM.
 */
@State(Scope.Benchmark)
public class ServletBenchmark {

    private static final MeOverHttp HTTP = MeOverHttp.onDatabase();

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
