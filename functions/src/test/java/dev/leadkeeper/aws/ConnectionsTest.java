package dev.leadkeeper.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.crt.io.TlsContextOptions;

/** What goes to AWS goes to nobody else: over TLS, to whom the certificate names. */
class ConnectionsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;
    private final AtomicInteger asked = new AtomicInteger();
    private HttpsServer server;
    private KeyStore keys;

    @BeforeEach
    void start() throws Exception {
        var file = folder.resolve("keys.p12");
        var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server",
                "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-ext", "BC=ca:true",
                "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", new String(PASSWORD)).redirectErrorStream(true).start();
        var said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_service_whose_certificate_is_believed_is_asked_over_tls() throws Exception {
        try (var connections = trusting()) {
            assertEquals(Map.of(), service(connections, "localhost").call("GetItem", Map.of()));
        }
        assertEquals(1, asked.get());
    }

    @Test
    void somebody_for_whom_nobody_vouches_is_told_nothing() {
        try (var connections = new Connections(AwsClients.CONNECT)) {
            assertThrows(SdkClientException.class, () -> service(connections, "localhost").call("GetItem", Map.of()));
        }
        assertEquals(0, asked.get());
    }

    @Test
    void somebody_with_the_certificate_of_another_name_is_told_nothing() throws Exception {
        try (var connections = trusting()) {
            assertThrows(SdkClientException.class, () -> service(connections, "127.0.0.1").call("GetItem", Map.of()));
        }
        assertEquals(0, asked.get());
    }

    /** Connections that believe this server's certificate and no other. */
    private Connections trusting() throws Exception {
        var certificate = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getCertificate("server").getEncoded()) + "\n-----END CERTIFICATE-----\n";
        return new Connections(AwsClients.CONNECT, TlsContextOptions.createDefaultClient().withCertificateAuthority(certificate));
    }

    private JsonService service(Connections connections, String host) {
        return new JsonService(connections, StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")),
                URI.create("https://" + host + ":" + server.getAddress().getPort()), "us-east-1", "dynamodb",
                new JsonService.Protocol("DynamoDB_20120810", "1.0"), () -> null);
    }
}
