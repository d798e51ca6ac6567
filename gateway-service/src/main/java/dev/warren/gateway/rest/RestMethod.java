package dev.warren.gateway.rest;

/** The HTTP methods that Discord uses. */
public enum RestMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
