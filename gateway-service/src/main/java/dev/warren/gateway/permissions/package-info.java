/** {@code /permissions}: administrators change who may use which command where. */
@NullMarked
package dev.warren.gateway.permissions;

import org.jspecify.annotations.NullMarked;
