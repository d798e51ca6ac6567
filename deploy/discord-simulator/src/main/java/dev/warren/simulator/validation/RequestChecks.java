package dev.warren.simulator.validation;

import io.vertx.core.Future;
import java.util.List;

/** Says what Discord would find wrong in a request before looking at what it asks for. */
public interface RequestChecks {
    /** Checks nothing, where the document is not at hand. */
    RequestChecks NONE = new RequestChecks() {
        @Override
        public Future<List<FieldError>> check(RequestCheck request) {
            return Future.succeededFuture(List.of());
        }

        @Override
        public boolean active() {
            return false;
        }
    };

    /** The faults of a request; none when it is valid or the document does not know its route. */
    Future<List<FieldError>> check(RequestCheck request);

    /** Whether anything is checked. */
    boolean active();
}
