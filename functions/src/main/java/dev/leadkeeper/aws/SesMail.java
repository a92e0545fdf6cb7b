package dev.leadkeeper.aws;

import dev.leadkeeper.port.Mail;
import dev.leadkeeper.port.Notifier.Outcome;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** E-mail through SES v2. SES knows no idempotence, so nothing is repeated here; a message id means accepted. */
final class SesMail implements Mail {
    private static final String UTF_8 = "UTF-8";

    /**
     * Errors after which no message of this account gets through before somebody mends it. See
     * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html and CommonErrors there.
     */
    private static final Set<String> DEAD = Set.of("AccountSuspendedException", "SendingPausedException",
            "MailFromDomainNotVerifiedException", "NotFoundException", "AccessDeniedException", "UnrecognizedClientException",
            "InvalidClientTokenId", "SignatureDoesNotMatch", "InvalidSignatureException", "OptInRequired", "NotAuthorized");

    private final AwsClients clients;
    private final Map<Account, SesV2Client> byAccount = new ConcurrentHashMap<>();

    SesMail(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Outcome send(Account account, Letter letter) {
        var request = SendEmailRequest.builder()
                .fromEmailAddress(letter.from())
                .destination(to -> to.toAddresses(letter.to()))
                .content(content -> content.simple(message -> message
                        .subject(utf8(letter.subject()))
                        .body(body -> body.text(utf8(letter.text())))))
                .build();
        try {
            var id = byAccount.computeIfAbsent(account, this::client).sendEmail(request).messageId();
            return id == null || id.isEmpty() ? new Outcome.Failed("answer without a message id") : new Outcome.Sent("accepted");
        } catch (AwsServiceException e) {
            return refused(e);
        } catch (SdkException e) {
            return new Outcome.Retry("no answer: " + Failure.name(e));
        }
    }

    /** The address itself may be verified, or its domain. A role that may not ask says nothing against either. */
    @Override
    public Outcome check(Account account, String from) {
        Outcome last = new Outcome.Dead("no such identity");
        for (var identity : List.of(from, from.substring(from.lastIndexOf('@') + 1))) {
            try {
                var found = byAccount.computeIfAbsent(account, this::client).getEmailIdentity(request -> request.emailIdentity(identity));
                if (Boolean.TRUE.equals(found.verifiedForSendingStatus())) {
                    return new Outcome.Sent("identity verified");
                }
                last = new Outcome.Dead("identity not verified");
            } catch (NotFoundException e) {
                // the other one may be there
            } catch (AwsServiceException e) {
                last = Failure.name(e).startsWith("AccessDenied") ? new Outcome.Sent("may not ask") : refused(e);
            } catch (SdkException e) {
                return new Outcome.Retry("no answer: " + Failure.name(e));
            }
        }
        return last;
    }

    private static Outcome refused(AwsServiceException e) {
        var name = Failure.name(e);
        if (e.isThrottlingException() || e.statusCode() >= 500 || e.statusCode() == 429) {
            return new Outcome.Retry(name);
        }
        return DEAD.contains(name) || e.statusCode() == 401 || e.statusCode() == 403 ? new Outcome.Dead(name) : new Outcome.Failed(name);
    }

    private SesV2Client client(Account account) {
        return clients.build(SesV2Client.builder(), "SESV2", own -> {
            if (account.endpoint() != null) {
                own.endpointOverride(URI.create(account.endpoint()));
            }
            if (account.region() != null) {
                own.region(Region.of(account.region()));
            }
            if (account.keyId() != null) {
                own.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(account.keyId(), account.secretKey())));
            }
        });
    }

    private static Content utf8(String text) {
        return Content.builder().data(text).charset(UTF_8).build();
    }
}
