/** One consumer for each topic that several rooms live on: a topic has one offset in the service, so it is read once. */
@NullMarked
package dev.warren.memory.events;

import org.jspecify.annotations.NullMarked;
