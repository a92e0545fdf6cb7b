package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.codec.Doc;
import dev.leadkeeper.codec.PostCodec;
import dev.leadkeeper.codec.WatchCodec;
import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.notification.NoticeMessage;
import dev.leadkeeper.port.Queue.Channel;
import dev.leadkeeper.port.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Idle instances of each function, each with caches of its own. One serves one invocation at a time; one that dies is gone. */
final class Instances {
    private final Cosmos cosmos;
    private final Ports ports;
    private final Map<String, List<Functions>> idle = new HashMap<>();

    Instances(Cosmos cosmos, Ports ports) {
        this.cosmos = cosmos;
        this.ports = ports;
    }

    private interface Work {
        void on(Functions functions, Doc body);
    }

    /** Everybody gets the messages of their queue. */
    void serve(SimulatedQueue queue) {
        serve(queue, Channel.LEADS_RECEIVED, (functions, body) -> functions.score(PostCodec.fromDoc(body)));
        serve(queue, Channel.LEADS_SCORED, Functions::assign);
        serve(queue, Channel.LEADS_SCORED_URGENT, Functions::assign);
        serve(queue, Channel.DRAINS, Functions::drain);
        serve(queue, Channel.DUE, (functions, body) -> functions.fire(body.required("lead"), WatchCodec.dueAt(body.required("at"))));
        serve(queue, Channel.NOTICES, (functions, body) -> functions.deliver(NoticeMessage.fromDoc(body)));
    }

    private void serve(SimulatedQueue queue, Channel channel, Work work) {
        queue.deliver(channel.name(), body -> on(channel.name(), functions -> work.on(functions, Doc.of(body))));
    }

    /** Has one of the function's instances do something, within an invocation. */
    void on(String function, Consumer<Functions> work) {
        var waiting = idle.computeIfAbsent(function, _ -> new ArrayList<>());
        var one = waiting.isEmpty() || cosmos.dice().chance(0.02) ? new Functions(ports) : waiting.remove(cosmos.dice().below(waiting.size()));
        try {
            work.accept(one);
            waiting.add(one);
        } catch (Store.Fault failed) {
            waiting.add(one);
            throw failed;
        }
    }
}
