@NullMarked
package dev.warren.gateway.setup;

import org.jspecify.annotations.NullMarked;
