package dev.leadkeeper.intake;

import dev.leadkeeper.codec.PostMessages;
import dev.leadkeeper.form.FormDefinition;
import dev.leadkeeper.form.FormRequest;
import dev.leadkeeper.form.Forms;
import dev.leadkeeper.form.HandshakeAnswer;
import dev.leadkeeper.form.Handshakes;
import dev.leadkeeper.form.PostReader;
import dev.leadkeeper.form.Verdict;
import dev.leadkeeper.form.Verifier;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Raw;
import dev.leadkeeper.lead.Submission;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import java.util.List;
import java.util.Locale;

/**
 * Takes one request to a form's endpoint. Its one durable effect, before the answer, is to send what was found to scoring;
 * a fault on the way is the sender's reason to come again, which gives the same leads.
 */
public final class TakePost {
    /** Bytes of a body. */
    static final int MOST_BYTES = 64 * 1024;
    /** Bytes of a multipart body, which repeats a head for each field. */
    static final int MOST_MULTIPART_BYTES = 256 * 1024;

    private final Forms forms;
    private final Secrets secrets;
    private final Queue queue;
    private final Clock clock;
    private final Pace pace;
    private final Measures measures;

    public TakePost(Forms forms, Secrets secrets, Queue queue, Store store, Clock clock, Measures measures) {
        this.forms = forms;
        this.secrets = secrets;
        this.queue = queue;
        this.clock = clock;
        this.pace = new Pace(store, clock);
        this.measures = measures;
    }

    /**
     * @param id    the form's id as the sender wrote it
     * @param trace id that follows the leads through every log line
     */
    public Outcome take(String id, FormRequest request, String trace) {
        var form = forms.form(id).filter(FormDefinition::enabled);
        var outcome = form.isEmpty() ? new Outcome.UnknownForm()
                : request.method().equals("GET") ? query(form.get(), request)
                : post(form.get(), request, trace);
        switch (outcome) {
            case Outcome.UnknownForm unknown -> measures.refused("unknown", "unknown-form");
            case Outcome.TooLarge large -> measures.refused(id, "too-large");
            case Outcome.Unauthenticated(var reason) -> measures.refused(id, reason.word());
            case Outcome.Unparsable unparsable -> measures.refused(id, "unparsable");
            case Outcome.Accepted accepted -> { }
            case Outcome.Answered answered -> { }
        }
        return outcome;
    }

    private Outcome query(FormDefinition form, FormRequest request) {
        return switch (Handshakes.toQuery(form, request, secrets)) {
            case HandshakeAnswer.Say(var type, var text) -> new Outcome.Answered(type, text);
            case HandshakeAnswer.Refused refused -> new Outcome.Unauthenticated(Verdict.Reason.WRONG);
            case HandshakeAnswer.NotAsked notAsked -> new Outcome.UnknownForm();
        };
    }

    private Outcome post(FormDefinition form, FormRequest request, String trace) {
        var most = request.contentType().toLowerCase(Locale.ROOT).startsWith("multipart/") ? MOST_MULTIPART_BYTES : MOST_BYTES;
        if (request.body().length > most) {
            return new Outcome.TooLarge(most);
        }
        return switch (Verifier.verify(form, request, secrets.live(form.secret()), clock.now())) {
            case Verdict.Refused(var reason) -> new Outcome.Unauthenticated(reason);
            case Verdict.Unreadable unreadable -> new Outcome.Unparsable();
            case Verdict.Authentic authentic -> switch (Handshakes.toBody(form, request)) {
                case HandshakeAnswer.Say(var type, var text) -> new Outcome.Answered(type, text);
                case HandshakeAnswer.Refused refused -> new Outcome.Unauthenticated(Verdict.Reason.WRONG);
                case HandshakeAnswer.NotAsked notAsked -> accept(form, request, trace);
            };
        };
    }

    private Outcome accept(FormDefinition form, FormRequest request, String trace) {
        var now = clock.now();
        var submissions = PostReader.read(form, request.contentType(), request.body(), request.deliveryId(form), now, trace, false);
        var delay = pace.delay(form, submissions.size());
        var post = new Post(form.id(), now, request.contentType(), Raw.of(request.body()), request.deliveryId(form), submissions);
        PostMessages.of(post).forEach(message -> queue.send(Queue.Channel.LEADS_RECEIVED, message, delay));
        measures.accepted(form.id(), submissions);
        if (!delay.isZero()) {
            measures.delayed(form.id(), delay);
        }
        return new Outcome.Accepted(ids(submissions, false), ids(submissions, true));
    }

    private static List<String> ids(List<Submission> submissions, boolean attention) {
        return submissions.stream().filter(each -> (each.attention() != null) == attention).map(Submission::lead).toList();
    }
}
