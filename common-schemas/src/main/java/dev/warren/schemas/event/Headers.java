package dev.warren.schemas.event;

/** The names of a record's headers: CloudEvents 1.0 in Kafka's binary mode, its extensions, and W3C trace context. */
public final class Headers {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    /** The first event of the chain. */
    public static final String CORRELATION_ID = "ce_correlationid";
    /** The event that made this one. */
    public static final String CAUSATION_ID = "ce_causationid";
    /** The service that what a member asked is for, by its id: the others pass over it unread. Without it, the payload says so. */
    public static final String SERVICE = "ce_service";
    /** When a record came back from the dead letters; its age counts from then. */
    public static final String RETRIED_AT = "ce_retriedat";
    /** Stamped on what a replay emits; the gateway drops what carries it. */
    public static final String REPLAY_ID = "ce_replayid";

    public static final String TRACE_PARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";
    public static final String JSON = "application/json";

    private Headers() {}
}
