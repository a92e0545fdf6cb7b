package dev.leadkeeper.infra.local.host;

import dev.leadkeeper.wiring.Wiring;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Main class of the functions' JVM. Arguments: the port of the local cloud, and the token that admits to it. */
public final class HostMain {
    /** What the host says when every handler was loaded; anything else is the reason why not. */
    public static final String READY = "READY";

    private HostMain() {}

    public static void main(String[] arguments) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        socket.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        out.writeUTF(arguments[1]);
        out.flush();
        HostClock clock = new HostClock(in.readLong());
        Wiring.runBy(clock);
        ExecutorService workers = Executors.newCachedThreadPool();
        Map<String, Pool> pools = new LinkedHashMap<>();
        String reason = READY;
        int functions = in.readInt();
        for (int i = 0; i < functions; i++) {
            Wire.Definition function = Wire.Definition.read(in);
            Pool pool = new Pool(function, workers);
            pools.put(function.name(), pool);
            try {
                pool.prepare();
            } catch (Exception | LinkageError e) {
                e.printStackTrace();
                Throwable cause = e.getCause() == null ? e : e.getCause();
                reason = function.name() + ": handler " + function.handler() + " could not be initialised: " + cause;
            }
        }
        out.writeUTF(reason);
        out.flush();
        serve(in, out, pools, clock);
        // The local cloud is gone, or told us to go: nothing here is worth keeping.
        Runtime.getRuntime().halt(0);
    }

    /** Whatever happens here is answered: who called would otherwise wait for ever. */
    private static Wire.Answer answer(Pool pool, Wire.Call call) {
        try {
            return pool.invoke(call);
        } catch (InterruptedException | RuntimeException | Error e) {
            e.printStackTrace();
            return Pool.failed(call, e);
        }
    }

    private static void serve(DataInputStream in, DataOutputStream out, Map<String, Pool> pools, HostClock clock) {
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            while (true) {
                Wire.Call call = Wire.Call.read(in);
                clock.ahead(call.aheadMillis());
                calls.submit(() -> {
                    Wire.Answer answer = answer(pools.get(call.function()), call);
                    synchronized (out) {
                        answer.write(out);
                    }
                    return null;
                });
            }
        } catch (IOException endOfStream) {
            Runtime.getRuntime().halt(0);
        }
    }
}
