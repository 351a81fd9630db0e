package dev.accounts.jpa.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves of each page that its Java is compiled, that its links lead somewhere, and that the tests it names exist. */
class DocsTest {

    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|\\]: )([^)#\\s]*)(?:#([^)\\s]*))?");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|Cases|Contract))`");

    static List<Path> pages() throws IOException {
        return Snippets.pages();
    }

    @Test
    void there_are_snippets() throws IOException {
        int snippets = 0;
        for (Path page : pages()) {
            snippets += Snippets.of(page).size();
        }
        assertThat(snippets).isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void has_only_java_that_is_compiled(Path page) throws IOException {
        List<String> compiled = Snippets.compiled();
        for (String snippet : Snippets.of(page)) {
            assertThat(compiled.stream().anyMatch(source -> source.contains(snippet)))
                    .as(snippet)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void has_only_links_that_lead_somewhere(Path page) throws IOException {
        List<MatchResult> links = LINK.matcher(Files.readString(page)).results().toList();
        for (MatchResult link : links) {
            String target = link.group(1);
            if (!target.startsWith("https:")) {
                Path file = target.isEmpty() ? page : page.resolveSibling(target);
                assertThat(file).exists();
                if (link.group(2) != null) {
                    assertThat(anchors(file)).contains(link.group(2));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void names_only_tests_that_exist(Path page) throws IOException {
        Set<String> sources = sources();
        assertThat(TEST.matcher(Files.readString(page))
                        .results()
                        .map(test -> test.group(1))
                        .filter(test -> !sources.contains(test)))
                .isEmpty();
    }

    /** The anchors that GitHub gives to the headings of a page. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
