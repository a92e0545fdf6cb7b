package dev.leadkeeper.infra.simulation;

import dev.leadkeeper.admin.Admin;
import dev.leadkeeper.fake.Ports;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.people.Answer;
import dev.leadkeeper.people.Ask;
import dev.leadkeeper.people.Desk;
import dev.leadkeeper.wiring.RulesForecast;
import java.util.ArrayDeque;

/** The desk in as many instances as are asked at once: each serves one request at a time, and one that dies is gone. */
final class Desks {
    private final Ports ports;
    private final ArrayDeque<Desk> idle = new ArrayDeque<>();

    Desks(Ports ports) {
        this.ports = ports;
    }

    Answer answer(String route, String who, Ask ask) {
        var desk = idle.isEmpty() ? anew() : idle.remove();
        var answer = desk.answer(route, who, ask);
        idle.add(desk);
        return answer;
    }

    private Desk anew() {
        return new Desk(new StaffBook(ports.store()), Admin.routes(ports.store(), ports.queue(), ports.files(), ports.secrets(), ports.clock(), ports.ids(),
                new RulesForecast(ports.store(), ports.secrets(), ports.clock())));
    }
}
