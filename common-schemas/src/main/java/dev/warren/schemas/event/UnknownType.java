package dev.warren.schemas.event;

/** A payload whose type this reader does not know yet: made by a newer writer, and borne by everybody. */
public interface UnknownType {
    /** The {@code ce_type} that was met. */
    String type();
}
