package dev.leadkeeper.fake;

import dev.leadkeeper.port.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Lets the process die at one port call, before or after its effect. */
public final class Crashes {
    public static final Crashes NONE = new Crashes(Integer.MAX_VALUE, false);

    private final int at;
    private final boolean afterEffect;
    private int calls;

    /** @param at the call, counted from 1 over all ports */
    public Crashes(int at, boolean afterEffect) {
        this.at = at;
        this.afterEffect = afterEffect;
    }

    /** Whether the call was reached. */
    public boolean happened() {
        return calls >= at;
    }

    public <P> P around(Class<P> port, P real) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
            var dies = ++calls == at;
            if (dies && !afterEffect) {
                throw new Store.Fault("dead before " + method.getName(), null);
            }
            try {
                var result = method.invoke(real, arguments);
                if (dies) {
                    throw new Store.Fault("dead after " + method.getName(), null);
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
