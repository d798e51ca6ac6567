/** What can answer, behind one interface: a candidate is a LangChain4j model of a provider, with what it is able to do. */
@NullMarked
package dev.warren.ai.models;

import org.jspecify.annotations.NullMarked;
