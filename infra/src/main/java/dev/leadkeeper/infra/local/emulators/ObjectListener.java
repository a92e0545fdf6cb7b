package dev.leadkeeper.infra.local.emulators;

/** Hears of every object that was written or deleted, after it happened, on the thread of the request. */
@FunctionalInterface
public interface ObjectListener {
    /**
     * @param event as S3 names it, without the prefix {@code s3:}: {@code ObjectCreated:Put}
     * @param size  bytes; 0 for a deletion
     * @param eTag  as stored; empty for a deletion
     */
    record Change(String event, String bucket, String key, long size, String eTag) {}

    void changed(Change change);
}
