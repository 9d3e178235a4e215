package io.jenkins.plugins.compliance.config.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ProxyConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a document by {@code https}, through the proxy of Jenkins. A redirect is followed on the same server alone, and neither
 * a large nor a slow answer holds it up.
 */
final class HttpsFetch {
    private static final int REDIRECTS = 3;

    private final long bytes;
    private final Duration patience;

    /**
     * @param bytes the largest answer
     * @param patience the longest time for all of it
     */
    HttpsFetch(long bytes, Duration patience) {
        this.bytes = bytes;
        this.patience = patience;
    }

    /**
     * The document.
     *
     * @param authorization value of the header of this name; null for none
     * @throws IOException when it can't be had; the message has no secret in it
     */
    byte[] get(HttpsAddress address, @CheckForNull String authorization) throws IOException, InterruptedException {
        HttpClient client = ProxyConfiguration.newHttpClientBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        long deadline = System.nanoTime() + patience.toNanos();
        HttpsAddress at = address;
        for (int i = 0; i <= REDIRECTS; i++) {
            HttpResponse<byte[]> response = send(client, at, authorization, deadline - System.nanoTime());
            int status = response.statusCode();
            if (status == 200) {
                return response.body();
            }
            String location = response.headers().firstValue("Location").orElse(null);
            if (location == null || status < 301 || status > 308 || status == 304) {
                throw new IOException(Messages.HttpsFetch_status(at.shown(), status));
            }
            try {
                at = at.redirected(location);
            } catch (IllegalArgumentException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        throw new IOException(Messages.HttpsFetch_redirects(address.shown(), REDIRECTS));
    }

    private HttpResponse<byte[]> send(
            HttpClient client, HttpsAddress at, @CheckForNull String authorization, long nanos)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = ProxyConfiguration.newHttpRequestBuilder(at.uri());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.GET().build(), head -> new Body(bytes));
        try {
            return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException(Messages.HttpsFetch_slow(at.shown(), patience.toSeconds()), e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof TooLarge || cause.getCause() instanceof TooLarge) {
                throw new IOException(Messages.HttpsFetch_large(at.shown(), bytes), cause);
            }
            throw new IOException(Messages.HttpsFetch_unreachable(at.shown(), reason(cause)), cause);
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes the bytes of an answer until they are too many. */
    private static final class Body implements HttpResponse.BodySubscriber<byte[]> {
        private final long most;
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> all = new CompletableFuture<>();

        @CheckForNull
        private Flow.Subscription subscription;

        Body(long most) {
            this.most = most;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return all;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                if (taken.size() + (long) buffer.remaining() > most) {
                    if (subscription != null) {
                        subscription.cancel();
                    }
                    all.completeExceptionally(new TooLarge());
                    return;
                }
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                taken.writeBytes(bytes);
            }
        }

        @Override
        public void onError(Throwable failure) {
            all.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            all.complete(taken.toByteArray());
        }
    }
}
