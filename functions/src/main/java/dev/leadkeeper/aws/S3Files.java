package dev.leadkeeper.aws;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Store;
import java.util.Arrays;
import java.util.Optional;

/**
 * Files in a bucket. Never overwrites (If-None-Match), so that a name means one content for ever. A missing file is only
 * told from a forbidden one if the role may list the bucket.
 */
final class S3Files implements Files {
    private final BucketService bucket;
    private final Attempts attempts;

    S3Files(BucketService bucket, Clock clock, Ids ids) {
        this.bucket = bucket;
        this.attempts = new Attempts(clock, ids);
    }

    @Override
    public void put(String name, byte[] content, String contentType) {
        var isNew = attempts.run("PutObject", Attempts.Repeat.SAFE_WRITE, () -> bucket.putNew(name, content, contentType));
        if (!isNew && !get(name).filter(there -> Arrays.equals(there, content)).isPresent()) {
            throw new Store.Fault("another content under the name " + name, null);
        }
    }

    @Override
    public Optional<byte[]> get(String name) {
        return attempts.run("GetObject", Attempts.Repeat.READ, () -> bucket.get(name));
    }
}
