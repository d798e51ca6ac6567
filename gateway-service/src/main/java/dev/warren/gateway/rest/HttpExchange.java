package dev.warren.gateway.rest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.multipart.MultipartForm;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLHandshakeException;

/** Sends one attempt over the pool of connections. */
final class HttpExchange {
    private final WebClient client;
    private final String host;
    private final int port;
    private final boolean tls;
    private final String prefix;
    private final String authorization;
    private final long timeoutMillis;

    HttpExchange(Vertx vertx, RestSettings settings) {
        URI base = settings.baseAddress();
        RestSettings.Pool pool = settings.pool();
        tls = "https".equals(base.getScheme());
        host = base.getHost();
        port = base.getPort() >= 0 ? base.getPort() : tls ? 443 : 80;
        prefix = base.getPath();
        authorization = "Bot " + settings.token();
        timeoutMillis = pool.requestTimeout().toMillis();
        WebClientOptions options = new WebClientOptions()
                .setUserAgent(settings.userAgent())
                .setFollowRedirects(false)
                .setKeepAlive(true)
                .setMaxPoolSize(pool.size())
                .setKeepAliveTimeout((int) Math.max(1, pool.keepAlive().toSeconds()))
                .setConnectTimeout((int) pool.connectTimeout().toMillis())
                .setTcpNoDelay(true)
                .setDecompressionSupported(true);
        pool.trustStore()
                .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        client = WebClient.create(vertx, options);
    }

    /** Never fails. */
    Future<Answer> send(RestRequest request) {
        RestTarget target = request.target();
        HttpRequest<Buffer> http = client.request(
                        HttpMethod.valueOf(target.route().method().name()), port, host, prefix + target.path())
                .ssl(tls)
                .timeout(timeoutMillis);
        request.query().forEach(parameter -> http.addQueryParam(parameter.name(), parameter.value()));
        if (!target.route().carriesToken()) {
            http.putHeader("Authorization", authorization);
        }
        request.reason().ifPresent(reason -> http.putHeader("X-Audit-Log-Reason", percentEncoded(reason)));
        Future<HttpResponse<Buffer>> sent = switch (request.body()) {
            case RestBody.None() -> http.send();
            case RestBody.Json(Buffer bytes) ->
                http.putHeader("Content-Type", "application/json").sendBuffer(bytes);
            case RestBody.Multipart multipart -> http.sendMultipartForm(form(multipart));
        };
        return sent.transform(result ->
                Future.succeededFuture(result.succeeded() ? answered(result.result()) : failed(result.cause())));
    }

    private static Answer answered(HttpResponse<Buffer> response) {
        Buffer body = response.body();
        return new Answer.Answered(
                response.statusCode(), response.headers()::get, body == null ? Buffer.buffer() : body);
    }

    private static Answer failed(Throwable cause) {
        String why = cause.getClass().getSimpleName();
        return neverLeft(cause) ? new Answer.NotSent(why) : new Answer.NoAnswer(why);
    }

    /** Only these are raised before the first byte is written; everything else counts as perhaps arrived. */
    private static boolean neverLeft(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException
                || cause instanceof ConnectionPoolTooBusyException;
    }

    private static MultipartForm form(RestBody.Multipart multipart) {
        MultipartForm form = MultipartForm.create()
                .attribute("payload_json", multipart.payload().toString());
        int index = 0;
        for (RestBody.FilePart file : multipart.files()) {
            form.binaryFileUpload("files[" + index++ + "]", file.name(), file.bytes(), file.mediaType());
        }
        return form;
    }

    /** Discord reads the header's percent encoding, since headers hold no letters beyond ASCII. */
    private static String percentEncoded(String reason) {
        return URLEncoder.encode(reason, StandardCharsets.UTF_8).replace("+", "%20");
    }

    void close() {
        client.close();
    }
}
