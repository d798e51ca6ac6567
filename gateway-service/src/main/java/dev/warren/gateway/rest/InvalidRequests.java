package dev.warren.gateway.rest;

/** Discord blocks an address after 10,000 answers with 401, 403 or 429 (but of shared scope) in 10 minutes. */
public interface InvalidRequests {
    /** The count over the last 10 minutes, exact to the second. */
    int inLastTenMinutes();

    /** How many causes of them are stopped: requests that would be refused again are not sent. */
    int stoppedCauses();
}
