/** Warren's words for messages, components and modals as Discord's JSON. Pure: what comes in decides what goes out. */
@NullMarked
package dev.warren.gateway.outbound.rendering;

import org.jspecify.annotations.NullMarked;
