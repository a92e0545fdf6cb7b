package dev.leadkeeper.port;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;

/**
 * Where valid evidence is kept, locked against change and deletion for as long as the storage's own rule says. A file's name
 * is the hash of its content, so the same content is kept once.
 */
public interface Vault {
    /**
     * Keeps the content; keeping the same again changes nothing, except that its time starts anew if it has run for a day.
     *
     * @param sha256      of the content, 64 hexadecimal digits in lower case
     * @param contentType what it was found to be
     * @throws Store.Fault if it may not have been kept, as when the content has another hash
     */
    void keep(String sha256, Content content, String contentType);

    /** Whether this content is kept. */
    boolean has(String sha256);

    /**
     * An address where the content can be read without further credentials.
     *
     * @param downloadName what a browser should call the file; any text
     * @param contentType  what a browser should take it for
     * @param validFor     at most some minutes
     */
    URI link(String sha256, String downloadName, String contentType, Duration validFor);

    /** Bytes that can be read more than once and are the same each time. */
    interface Content {
        long bytes();

        InputStream open() throws IOException;
    }
}
