@NullMarked
package dev.warren.gateway.sharing;

import org.jspecify.annotations.NullMarked;
