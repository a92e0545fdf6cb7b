package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Queue;
import java.util.Map;

/**
 * Has the waiting list worked through when a rep who was full has room again, so that nobody waits for the next minute. A
 * crash before it costs that minute: the sweep asks as well.
 */
final class Room {
    private final StaffBook staff;
    private final Queue queue;

    Room(StaffBook staff, Queue queue) {
        this.staff = staff;
        this.queue = queue;
    }

    /** Whether the owner can take no more leads as things stand. */
    boolean isFull(String owner) {
        return staff.find(owner).map(Room::isFull).orElse(false);
    }

    /** The owner has room now. */
    void made() {
        queue.send(Queue.Channel.DRAINS, Map.of("why", "room"));
    }

    private static boolean isFull(Staff owner) {
        return owner.ledger().open() >= owner.cap() || owner.backlogCap() != null && owner.ledger().owned() >= owner.backlogCap();
    }
}
