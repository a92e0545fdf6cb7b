package dev.leadkeeper.port;

import java.util.Optional;

/** Large records that do not fit an item. Written once under a name derived from the content's owner, never changed. */
public interface Files {
    /**
     * Stores the bytes under the name; storing the same again changes nothing.
     *
     * @throws Store.Fault if it may not be stored, or if other bytes lie under the name
     */
    void put(String name, byte[] content, String contentType);

    /** The bytes, empty if there is no such file. */
    Optional<byte[]> get(String name);
}
