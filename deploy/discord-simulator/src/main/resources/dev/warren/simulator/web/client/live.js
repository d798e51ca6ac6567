// The live socket: comes back by itself, and catches up with what happened meanwhile or says that all must be read anew.

const FIRST_DELAY = 400;
const LONGEST_DELAY = 5000;

export class Live {
  #handlers;
  #socket = null;
  #timer = 0;
  #failures = 0;
  #position = {};
  #watching = {};
  #wanted = false;

  /** Handlers: opened(hello), event(event), closed(). */
  constructor(handlers) {
    this.#handlers = handlers;
  }

  /** Opens the socket, with the position from which the page was read. */
  open(position, watching) {
    this.#position = { epoch: position.epoch, sequence: position.sequence };
    this.#watching = watching;
    this.#wanted = true;
    this.#connect();
  }

  /** Says who looks at which channel. */
  watch(watching) {
    this.#watching = watching;
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(watching));
    }
  }

  close() {
    this.#wanted = false;
    clearTimeout(this.#timer);
    this.#socket?.close();
    this.#socket = null;
  }

  #connect() {
    clearTimeout(this.#timer);
    this.#socket?.close();
    const query = new URLSearchParams({ as: this.#watching.as, epoch: this.#position.epoch, after: this.#position.sequence });
    if (this.#watching.channel) {
      query.set('channel', this.#watching.channel);
    }
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/control/v1/live?${query}`);
    this.#socket = socket;
    socket.onmessage = ({ data }) => socket === this.#socket && this.#received(JSON.parse(data));
    socket.onclose = () => socket === this.#socket && this.#lost();
  }

  #received(frame) {
    if (frame.type === 'hello') {
      this.#failures = 0;
      const before = this.#position;
      this.#position = frame.resumed ? before : { epoch: frame.epoch, sequence: frame.sequence };
      this.#socket.send(JSON.stringify(this.#watching));
      this.#handlers.opened(frame);
      return;
    }
    this.#position = { epoch: this.#position.epoch, sequence: frame.sequence };
    this.#handlers.events(frame.events, frame.sequence);
  }

  #lost() {
    this.#socket = null;
    if (!this.#wanted) {
      return;
    }
    this.#handlers.closed();
    const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 1.6 ** this.#failures++);
    this.#timer = setTimeout(() => this.#connect(), delay);
  }
}
