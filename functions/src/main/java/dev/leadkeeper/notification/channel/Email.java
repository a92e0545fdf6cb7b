package dev.leadkeeper.notification.channel;

import dev.leadkeeper.port.Mail;
import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;
import java.util.regex.Pattern;

/**
 * {@code email}: through Amazon SES. Settings: {@code from}; {@code region} where SES is in another one. Secret, only
 * where the function's role does not do: {@code id} and {@code secret} of an access key. Address: one e-mail address.
 */
final class Email implements Sender {
    /** Bytes; mail programs show far less. */
    private static final int SUBJECT = 200;
    /** Bytes; far below the 40 MB of SES. */
    private static final int TEXT = 32_000;
    /** Enough to keep out a second recipient, a display name or a line break; whether it exists is the service's to say. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"()\\[\\]\\\\:]{1,64}@[^\\s@,;<>\"()\\[\\]\\\\:]{1,255}");

    private final Mail mail;

    Email(Mail mail) {
        this.mail = mail;
    }

    @Override
    public boolean couldReach(String address) {
        return ADDRESS.matcher(address).matches();
    }

    /** Whether the service knows the sender. */
    @Override
    public Outcome probe(Setup setup, Requests requests) {
        var endpoint = setup.baseUrl(null);
        return endpoint != null && !requests.mayAsk(endpoint) ? new Outcome.Dead("forbidden address") : mail.check(account(setup), setup.need("from"));
    }

    private static Mail.Account account(Setup setup) {
        var hasKey = !setup.credentials().isEmpty();
        return new Mail.Account(setup.baseUrl(null), setup.text("region", null), hasKey ? setup.credential("id") : null,
                hasKey ? setup.credential("secret") : null);
    }

    @Override
    public Outcome send(Attempt attempt, Setup setup, Requests requests) {
        if (attempt.addresses().size() != 1 || !ADDRESS.matcher(attempt.addresses().getFirst()).matches()) {
            return new Outcome.Dead("not an e-mail address");
        }
        var endpoint = setup.baseUrl(null);
        if (endpoint != null && !requests.mayAsk(endpoint)) {
            return new Outcome.Dead("forbidden address");
        }
        return mail.send(account(setup), new Mail.Letter(setup.need("from"), attempt.addresses().getFirst(),
                Fit.line(attempt.title(), SUBJECT, Fit.PLAIN),
                Fit.message(attempt.title(), attempt.text(), attempt.link(), TEXT, Fit.PLAIN)));
    }
}
