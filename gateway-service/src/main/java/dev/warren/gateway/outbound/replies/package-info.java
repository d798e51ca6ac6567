/**
 * Messages, edits, deletes, reactions and typing: in order for each channel, side by side for different ones, and each message once.
 */
@NullMarked
package dev.warren.gateway.outbound.replies;

import org.jspecify.annotations.NullMarked;
