package dev.accounts.jpa;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** As {@link ServletBenchmark}, but the token is looked up by hand: the limit for any servlet with this statement. */
@State(Scope.Benchmark)
public class ServletByHandBenchmark {

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
        return HTTP.byHand(client);
    }

    @Benchmark
    public String fixed(Client client) {
        return HTTP.fixed(client);
    }
}
