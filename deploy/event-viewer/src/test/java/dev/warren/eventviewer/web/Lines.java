package dev.warren.eventviewer.web;

import java.util.Queue;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Collects the lines of a stream that has no end. */
final class Lines implements Subscriber<String> {
    private final Queue<String> lines;

    Lines(Queue<String> lines) {
        this.lines = lines;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable failure) {
        // the viewer is closed while somebody looks
    }

    @Override
    public void onComplete() {
        // likewise
    }
}
