package dev.leadkeeper.infra.local.emulators;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** s3proxy; it verifies signatures, expiry and POST policies. Its blob store is wrapped, so that uploads can be seen. */
final class Buckets implements AutoCloseable {
    /** s3proxy keeps an entry of this name while a multipart upload is under way; it is nobody's object. */
    private static final String STUB = ".s3proxy-mpu-stub-";

    private final S3Proxy proxy;

    private Buckets(S3Proxy proxy) {
        this.proxy = proxy;
    }

    static Buckets start(int port, String accessKey, String secretKey, Optional<Path> directory, ObjectListener listener)
            throws Exception {
        BlobStore store = directory.<BlobStore>map(path -> new FilesystemNio2BlobStore(path.toString()))
                .orElseGet(TransientNio2BlobStore::new);
        S3Proxy proxy = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                .blobStore(new Observed(store, listener))
                .corsRules(new CrossOriginResourceSharing(List.of("*"), List.of("GET", "PUT", "POST", "HEAD", "DELETE"),
                        List.of("*"), List.of("ETag"), "false"))
                .ignoreUnknownHeaders(true)
                .build();
        proxy.start();
        return new Buckets(proxy);
    }

    @Override
    public void close() throws Exception {
        proxy.stop();
    }

    private static final class Observed extends ForwardingBlobStore {
        private final ObjectListener listener;

        Observed(BlobStore store, ObjectListener listener) {
            super(store);
            this.listener = listener;
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
            PutObjectResponse response = super.putBlob(request, content);
            created("ObjectCreated:Put", request.bucket(), request.key());
            return response;
        }

        @Override
        public CopyObjectResponse copyBlob(CopyObjectRequest request) {
            CopyObjectResponse response = super.copyBlob(request);
            created("ObjectCreated:Copy", request.destinationBucket(), request.destinationKey());
            return response;
        }

        @Override
        public CompleteMultipartUploadResponse completeMultipartUpload(MultipartUpload upload, CompleteMultipartUploadRequest request) {
            CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
            created("ObjectCreated:CompleteMultipartUpload", request.bucket(), request.key());
            return response;
        }

        @Override
        public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
            DeleteObjectResponse response = super.removeBlob(request);
            if (!request.key().startsWith(STUB)) {
                listener.changed(new ObjectListener.Change("ObjectRemoved:Delete", request.bucket(), request.key(), 0, ""));
            }
            return response;
        }

        private void created(String event, String bucket, String key) {
            if (!key.startsWith(STUB)) {
                HeadObjectResponse head = delegate().blobMetadata(HeadObjectRequest.builder().bucket(bucket).key(key).build());
                listener.changed(new ObjectListener.Change(event, bucket, key, head.contentLength(), head.eTag()));
            }
        }
    }
}
