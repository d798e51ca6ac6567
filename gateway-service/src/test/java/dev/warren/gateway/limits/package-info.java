@NullMarked
package dev.warren.gateway.limits;

import org.jspecify.annotations.NullMarked;
