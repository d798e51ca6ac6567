@NullMarked
package dev.warren.gateway.operations;

import org.jspecify.annotations.NullMarked;
