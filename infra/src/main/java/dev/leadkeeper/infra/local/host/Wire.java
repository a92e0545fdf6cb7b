package dev.leadkeeper.infra.local.host;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The frames between the local cloud and the functions' JVM, over one loopback socket, many invocations in flight.
 * Numbers are big-endian, texts are modified UTF-8, bytes are preceded by their length.
 *
 * <p>First the host sends its token; then the local cloud sends how many milliseconds its time is ahead of the machine's, the number of
 * functions and each of them ({@link Definition}); the host answers READY or the reason why not. After that {@link Call}s go one way and
 * {@link Answer}s the other, in any order.
 */
public final class Wire {
    /** Lambda's limit for a synchronous payload is 6 MB; an HTTP API's body is 10 MB and grows by a third in base64. */
    private static final int MAX_PAYLOAD = 32 << 20;

    /**
     * @param handler     class, or {@code class::method}
     * @param concurrency how many instances may work at the same time
     */
    public record Definition(String name, String arn, String handler, int memoryMb, long timeoutMillis, int concurrency) {
        public void write(DataOutputStream out) throws IOException {
            out.writeUTF(name);
            out.writeUTF(arn);
            out.writeUTF(handler);
            out.writeInt(memoryMb);
            out.writeLong(timeoutMillis);
            out.writeInt(concurrency);
        }

        static Definition read(DataInputStream in) throws IOException {
            return new Definition(in.readUTF(), in.readUTF(), in.readUTF(), in.readInt(), in.readLong(), in.readInt());
        }
    }

    /**
     * @param id          echoed in the answer
     * @param aheadMillis how far the local cloud's time is ahead of the machine's
     */
    public record Call(long id, String function, String requestId, long aheadMillis, byte[] payload) {
        public void write(DataOutputStream out) throws IOException {
            out.writeLong(id);
            out.writeUTF(function);
            out.writeUTF(requestId);
            out.writeLong(aheadMillis);
            bytes(out, payload);
            out.flush();
        }

        static Call read(DataInputStream in) throws IOException {
            return new Call(in.readLong(), in.readUTF(), in.readUTF(), in.readLong(), bytes(in));
        }
    }

    /** @param failed when true the payload is Lambda's error object: {@code {"errorMessage","errorType","stackTrace"}} */
    public record Answer(long id, boolean failed, byte[] payload) {
        void write(DataOutputStream out) throws IOException {
            out.writeLong(id);
            out.writeBoolean(failed);
            bytes(out, payload);
            out.flush();
        }

        public static Answer read(DataInputStream in) throws IOException {
            return new Answer(in.readLong(), in.readBoolean(), bytes(in));
        }
    }

    private Wire() {}

    private static void bytes(DataOutputStream out, byte[] payload) throws IOException {
        out.writeInt(payload.length);
        out.write(payload);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_PAYLOAD) {
            throw new IOException("a payload of " + length + " bytes");
        }
        return in.readNBytes(length);
    }
}
