package dev.warren.schemas.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name under which a payload travels ({@code ce_type}). It never changes, whatever becomes of the class. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireType {
    /** Such as {@code dev.warren.discord.message-created.v1}. */
    String value();
}
