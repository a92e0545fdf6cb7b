package dev.leadkeeper.infra.local.functions;

import dev.leadkeeper.infra.local.host.HostMain;
import dev.leadkeeper.infra.local.host.Wire;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The child JVM with the handlers. It ends when this process does, because its socket does. */
public final class FunctionHost implements Invoker, AutoCloseable {
    /** A child that has not even connected by then will not. */
    private static final Duration CONNECT = Duration.ofSeconds(30);

    private final Process process;
    private final Socket socket;
    private final Calls calls;

    private FunctionHost(Process process, Socket socket, Calls calls) {
        this.process = process;
        this.socket = socket;
        this.calls = calls;
    }

    /**
     * Starts the child and waits until every handler is loaded.
     *
     * @param aheadMillis how far the local cloud's time is ahead of the machine's; goes with every call, so that all functions have the same
     * @throws IllegalStateException naming the function whose handler could not be initialised
     */
    public static FunctionHost start(HostCommand command, List<Wire.Definition> functions, LongSupplier aheadMillis) throws IOException {
        String token = UUID.randomUUID().toString();
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = command.start(List.of(HostMain.class.getName(), String.valueOf(door.getLocalPort()), token));
            try {
                door.setSoTimeout((int) CONNECT.toMillis());
                Socket socket = door.accept();
                socket.setTcpNoDelay(true);
                DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
                if (!in.readUTF().equals(token)) {
                    throw new IllegalStateException("somebody else connected to the functions' door");
                }
                out.writeLong(aheadMillis.getAsLong());
                out.writeInt(functions.size());
                for (Wire.Definition function : functions) {
                    function.write(out);
                }
                out.flush();
                String ready = in.readUTF();
                if (!ready.equals(HostMain.READY)) {
                    throw new IllegalStateException(ready + " (see " + command.log() + ")");
                }
                Calls calls = new Calls(out, aheadMillis);
                Thread.ofVirtual().name("function-answers").start(() -> calls.listen(in));
                return new FunctionHost(process, socket, calls);
            } catch (IOException e) {
                process.destroyForcibly();
                throw new IOException("the functions' process did not start; see " + command.log(), e);
            } catch (IllegalStateException e) {
                process.destroyForcibly();
                throw e;
            }
        }
    }

    @Override
    public Outcome invoke(String function, byte[] event) throws InterruptedException {
        return calls.call(function, event);
    }

    /** True while the child lives. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Kills the child at once, in the middle of whatever it does. */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        try {
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
