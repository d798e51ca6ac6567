/** What a service author writes against: handlers of commands, components, modals and completions, and what they answer. */
@NullMarked
package dev.warren.runtime.commands;

import org.jspecify.annotations.NullMarked;
