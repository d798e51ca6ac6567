@NullMarked
package dev.warren.gateway.owner;

import org.jspecify.annotations.NullMarked;
