package dev.warren.gateway.rest;

/** A request that its bucket has let pass, and the lane it came from. */
record InLane(Pending pending, Lane lane) {}
