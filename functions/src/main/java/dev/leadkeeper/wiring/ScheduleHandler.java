package dev.leadkeeper.wiring;

import com.amazonaws.services.lambda.runtime.Context;
import dev.leadkeeper.telemetry.Telemetry;
import java.util.Map;

/** A function that a schedule starts. Ticks come late, twice or not at all, so what one does depends on the clock alone. */
public abstract class ScheduleHandler extends LambdaHandler {
    protected ScheduleHandler(Telemetry telemetry) {
        super(telemetry);
    }

    /** One tick. Throws if it must be tried again. */
    protected abstract void tick();

    @Override
    final Map<String, Object> answer(Map<String, Object> event, Context context) {
        tick();
        return null;
    }
}
