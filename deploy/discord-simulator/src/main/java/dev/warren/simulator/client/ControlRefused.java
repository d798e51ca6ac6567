package dev.warren.simulator.client;

/** The control API did not do what was asked. */
public final class ControlRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String body;

    ControlRefused(int status, String body) {
        super("status " + status + ": " + body);
        this.status = status;
        this.body = body;
    }

    /** Of HTTP: 400 for a wrong field, 403 for what the member may not, 404 for what is not there. */
    public int status() {
        return status;
    }

    /** JSON that says what is wrong. */
    public String body() {
        return body;
    }
}
