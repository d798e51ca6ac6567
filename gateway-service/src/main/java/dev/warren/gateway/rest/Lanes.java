package dev.warren.gateway.rest;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** All lanes, and which of Discord's buckets each route belongs to. Touched on the client's context only. */
final class Lanes {
    private final int maxIdle;
    private final Map<RestRoute, String> names = new HashMap<>();
    private final Map<RateLimits.BucketId, Lane> lanes = new LinkedHashMap<>(64, 0.75f, true);

    Lanes(int maxIdle) {
        this.maxIdle = maxIdle;
    }

    /** The lane of a target: by Discord's bucket once that is known, by the route before. */
    Lane of(RestTarget target) {
        String name = names.get(target.route());
        return lane(new RateLimits.BucketId(name == null ? target.route().toString() : name, target.major()));
    }

    /**
     * Learns the bucket of a target, and moves what waits in another lane to it.
     *
     * @return the target's lane from now on
     */
    Lane learn(RestTarget target, Lane current, String name) {
        names.put(target.route(), name);
        RateLimits.BucketId bucket = new RateLimits.BucketId(name, target.major());
        if (current.bucket.equals(bucket)) {
            return current;
        }
        Lane learnt = lane(bucket);
        learnt.waiting.addAll(current.waiting);
        current.waiting.clear();
        return learnt;
    }

    void forEach(Consumer<Lane> action) {
        lanes.values().forEach(action);
    }

    private Lane lane(RateLimits.BucketId bucket) {
        Lane lane = lanes.get(bucket);
        if (lane == null) {
            lane = new Lane(bucket);
            forgetIdle();
            lanes.put(bucket, lane);
        }
        return lane;
    }

    private void forgetIdle() {
        Iterator<Lane> oldest = lanes.values().iterator();
        while (lanes.size() >= maxIdle && oldest.hasNext()) {
            if (oldest.next().idle()) {
                oldest.remove();
            }
        }
    }
}
