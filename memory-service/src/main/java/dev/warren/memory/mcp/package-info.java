/** The memory as tools: an MCP server (Model Context Protocol, streamable HTTP), for one member at a time. */
@NullMarked
package dev.warren.memory.mcp;

import org.jspecify.annotations.NullMarked;
