package dev.leadkeeper.ledger;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.port.Queue;
import java.time.Duration;
import java.util.Map;

/**
 * Has the waiting list worked through when a rep who was full has room again, so that nobody waits for the next minute's
 * sweep. A crash before it costs that minute.
 */
public final class Room {
    /** A working assignment function may know a roster that is two seconds old, in which nobody has room yet. */
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(3);

    private final StaffBook staff;
    private final Queue queue;

    public Room(StaffBook staff, Queue queue) {
        this.staff = staff;
        this.queue = queue;
    }

    /** Whether the owner can take no more leads as things stand. */
    public boolean isFull(String owner) {
        return staff.find(owner).map(Room::isFull).orElse(false);
    }

    /** The owner has room now. */
    public void made() {
        queue.send(Queue.Channel.DRAINS, Map.of("why", "room"), UNTIL_KNOWN);
    }

    private static boolean isFull(Staff owner) {
        return owner.ledger().open() >= owner.cap() || owner.backlogCap() != null && owner.ledger().owned() >= owner.backlogCap();
    }
}
