package dev.accounts.jpa.docs;

import static java.util.stream.Collectors.joining;

import dev.accounts.jpa.AccountSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The pages of the documentation, the Java in them, and the sources that compile it. */
final class Snippets {

    private static final Pattern JAVA = Pattern.compile("(?s)```java\\n(.*?)```");

    private static final List<Path> COMPILED = List.of(
            Path.of("src/test/java/dev/accounts/jpa/docs"),
            Path.of("../examples/spring-boot/src/main/java/dev/accounts/example"),
            Path.of("../examples/spring-boot-shared/src/main/java/dev/accounts/example/shared"),
            Path.of("../examples/quarkus/src/main/java/dev/accounts/example/quarkus"),
            Path.of("../examples/quarkus/src/test/java/dev/accounts/example/quarkus"),
            Path.of("../examples/javalin/src/main/java/dev/accounts/example/javalin"),
            Path.of("../examples/servlet/src/main/java/dev/accounts/example/servlet"));

    private Snippets() {}

    static List<Path> pages() throws IOException {
        return Stream.concat(files(Path.of(".."), ".md"), files(Path.of("../docs"), ".md"))
                .toList();
    }

    /** The Java of a page, each snippet without what the formatter may change. */
    static List<String> of(Path page) throws IOException {
        return JAVA.matcher(Files.readString(page))
                .results()
                .map(snippet -> code(snippet.group(1)))
                .toList();
    }

    /** The sources of this package and of the examples. */
    static List<String> compiled() throws IOException {
        List<String> compiled = new ArrayList<>();
        for (Path folder : COMPILED) {
            files(folder, ".java").map(Snippets::content).map(Snippets::code).forEach(compiled::add);
        }
        return compiled;
    }

    private static Stream<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        }
    }

    private static String content(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without white space and comments at the ends of lines: the formatter breaks lines where a page does not. */
    private static String code(String text) {
        return text.lines()
                .map(line -> line.replaceAll("(^|\\s)//.*$", "").replaceAll("\\s+", ""))
                .collect(joining());
    }

    /** A new database in memory, with the tables of the library. */
    static DataSource database() throws SQLException {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        AccountSchema.of(dataSource).createIfMissing();
        return dataSource;
    }
}
