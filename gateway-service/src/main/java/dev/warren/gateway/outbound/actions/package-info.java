/** Roles, moderation and look-ups at Discord: in order for each member, once, with a receipt, and an audit record where it needs a privilege. */
@NullMarked
package dev.warren.gateway.outbound.actions;

import org.jspecify.annotations.NullMarked;
