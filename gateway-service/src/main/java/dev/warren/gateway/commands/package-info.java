/** Commands as the services announce them: known here, registered at Discord, read from slash and prefix, checked and converted. */
@NullMarked
package dev.warren.gateway.commands;

import org.jspecify.annotations.NullMarked;
