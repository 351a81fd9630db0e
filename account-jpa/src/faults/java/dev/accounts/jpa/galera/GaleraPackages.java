package dev.accounts.jpa.galera;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * MariaDB with Galera as Debian packages it.
 *
 * @param root where the packages are unpacked; {@code /} where they are installed
 */
record GaleraPackages(Path root) {

    /** The packages in the folder that the property {@code accounts.galera} names, or installed ones. */
    static GaleraPackages find() {
        return new GaleraPackages(
                Path.of(System.getProperty("accounts.galera", "/")).toAbsolutePath());
    }

    /** Returns which files are missing. */
    List<Path> missing() {
        return Stream.of(server(), provider(), installer(), file("usr/bin/rsync"), file("usr/bin/wsrep_sst_rsync"))
                .filter(Files::notExists)
                .toList();
    }

    Path server() {
        return file("usr/sbin/mariadbd");
    }

    Path provider() {
        return file("usr/lib/galera/libgalera_smm.so");
    }

    Path installer() {
        return file("usr/bin/mariadb-install-db");
    }

    /** The options that name where a server finds its own files. */
    List<String> places() {
        return List.of(
                "--basedir=" + file("usr"),
                "--lc-messages-dir=" + file("usr/share/mysql"),
                "--character-sets-dir=" + file("usr/share/mysql/charsets"),
                "--plugin-dir=" + file("usr/lib/mysql/plugin"));
    }

    /** What processes of the packages need to find each other. */
    Map<String, String> environment() {
        String programs = file("usr/bin") + File.pathSeparator + file("usr/sbin") + File.pathSeparator + file("bin");
        String path = programs + File.pathSeparator + System.getenv("PATH");
        return root.getNameCount() == 0
                ? Map.of("PATH", path)
                : Map.of("PATH", path, "LD_LIBRARY_PATH", String.join(File.pathSeparator, libraries()));
    }

    private List<String> libraries() {
        List<String> found = new ArrayList<>();
        for (String folder : List.of("usr/lib", "lib")) {
            if (Files.isDirectory(file(folder))) {
                try (DirectoryStream<Path> folders = Files.newDirectoryStream(file(folder), "*-linux-gnu")) {
                    folders.forEach(each -> found.add(each.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return found;
    }

    private Path file(String name) {
        return root.resolve(name);
    }
}
