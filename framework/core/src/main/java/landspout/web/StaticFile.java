package landspout.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Set;

/**
 * A file or directory below a static root, as it was when it was looked at.
 *
 * @param requested its path below the root as it was asked for, links in it not resolved
 * @param path its real path, without links
 * @param name its real path below the root: one name, however a client wrote it
 */
record StaticFile(StaticRoot root, String requested, Path path, String name, BasicFileAttributes attributes) {

    /** How much of a file is in memory at a time. */
    static final int SLICE = 64 * 1024;

    /**
     * Looks for a decoded path.
     *
     * @throws HttpError 403 or 404 if it is no file or directory below the root
     * @throws IOException if the root itself is gone
     */
    static StaticFile find(StaticRoot root, String path) throws IOException {
        StaticNames.check(path);
        Path directory = root.path().toRealPath();
        try {
            Path real = directory.resolve(path).toRealPath();
            // By components: /srv/static-old is not below /srv/static.
            if (!real.startsWith(directory)) {
                throw new HttpError(403, path + " is not in root static directory");
            }
            Path below = directory.relativize(real);
            requirePublic(below);
            BasicFileAttributes attributes =
                    Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isDirectory() && path.endsWith("/")) {
                throw new HttpError(404);
            }
            return new StaticFile(root, path, real, below.toString(), attributes);
        } catch (InvalidPathException impossible) {
            throw new HttpError(404);
        } catch (AccessDeniedException denied) {
            throw unreadable(denied);
        } catch (FileSystemException missing) {
            // Not there, below a file in the place of a directory, too long a name, or links in a circle.
            throw new HttpError(404);
        }
    }

    /** A link may lead where the client's path did not show it. */
    private static void requirePublic(Path below) {
        for (Path segment : below) {
            if (StaticNames.isPrivate(segment.toString())) {
                throw new HttpError(404);
            }
        }
    }

    private static HttpError unreadable(AccessDeniedException denied) {
        return new HttpError(403, "may not be read: " + denied.getMessage());
    }

    boolean isDirectory() {
        return attributes.isDirectory();
    }

    /** Neither a directory nor a device or a pipe, whose mere opening may wait for ever. */
    boolean isRegular() {
        return attributes.isRegularFile();
    }

    long size() {
        return attributes.size();
    }

    Instant modified() {
        return attributes.lastModifiedTime().toInstant();
    }

    /**
     * Opens a regular file at this octet.
     *
     * @throws HttpError 403 or 404 if it may not be read or is gone
     */
    SeekableByteChannel open(long start) throws IOException {
        SeekableByteChannel channel;
        try {
            channel = Files.newByteChannel(path, openOptions());
        } catch (AccessDeniedException denied) {
            throw unreadable(denied);
        } catch (NoSuchFileException gone) {
            throw new HttpError(404);
        }
        try {
            seek(channel, start);
            return channel;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /** The real path has no link at its end; should one be there by now, it was put there since. */
    private Set<OpenOption> openOptions() {
        boolean jar = path.getFileSystem() != FileSystems.getDefault();
        return jar ? Set.of(StandardOpenOption.READ) : Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    private static void seek(SeekableByteChannel channel, long start) throws IOException {
        if (start == 0) {
            return;
        }
        try {
            channel.position(start);
        } catch (UnsupportedOperationException compressed) {
            ByteBuffer skipped = ByteBuffer.allocate(SLICE);
            for (long left = start; left > 0; left -= skipped.position()) {
                skipped.clear().limit((int) Math.min(left, SLICE));
                if (channel.read(skipped) < 0) {
                    return;
                }
            }
        }
    }
}
