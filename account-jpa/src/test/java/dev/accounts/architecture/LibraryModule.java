package dev.accounts.architecture;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.testkit.TestAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A module of the library, and its compiled classes by name. */
enum LibraryModule {
    CORE("account-core", Accounts.class),
    JPA("account-jpa", JpaAccountStores.class),
    TESTKIT("account-testkit", TestAccounts.class);

    private final String artifact;
    private final Class<?> door;

    LibraryModule(String artifact, Class<?> door) {
        this.artifact = artifact;
        this.door = door;
    }

    String artifact() {
        return artifact;
    }

    /** The class files of the module: a folder or, once the module is packaged, a jar. */
    Map<String, byte[]> classFiles() {
        Path location = location();
        if (Files.isDirectory(location)) {
            return classFiles(location);
        }
        try (FileSystem jar = FileSystems.newFileSystem(location)) {
            return classFiles(jar.getPath("/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Class<?> load(String name) {
        try {
            return Class.forName(name, false, door.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private Path location() {
        try {
            return Path.of(
                    door.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, byte[]> classFiles(Path root) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String file = root.relativize(path).toString().replace('\\', '/');
                if (file.startsWith("dev/accounts/") && file.endsWith(".class") && !file.endsWith("-info.class")) {
                    files.put(name(file), Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String name(String file) {
        return file.substring(0, file.length() - ".class".length()).replace('/', '.');
    }
}
