package dev.accounts.jpa.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A small disk in memory, which can be filled. */
final class Tmpfs implements AutoCloseable {

    private static final int BLOCK = 4096;

    private final Path folder;
    private final Path filler;

    private Tmpfs(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** Mounts a disk; fails where that is not allowed. */
    static Tmpfs mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        Shell.run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        return new Tmpfs(folder);
    }

    Path folder() {
        return folder;
    }

    /** Takes all space that is left. */
    void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (folder.toFile().getUsableSpace() >= BLOCK) {
                throw full;
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler);
    }

    @Override
    public void close() throws IOException {
        Shell.run("umount", folder.toString());
    }
}
