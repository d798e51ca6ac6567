// Messages on their way.

import { patch, post } from './api.js';
import { store } from './store.js';

/** Sends one after the other, so that messages stand in the order in which they were written; meanwhile one can write the next. */
export class Outbox {
  #last = Promise.resolve();

  /** True when it was taken; why it was not has been said. */
  send(draft) {
    const next = () => store.attempt(() => deliver(draft));
    this.#last = this.#last.then(next, next);
    return this.#last;
  }
}

function deliver({ content, editing, replyTo, place, speaker, files }) {
  if (editing) {
    return patch(`/messages/${editing.id}`, { content, user: speaker });
  }
  const attachments = files.map(({ name, contentType, base64 }) => ({ name, contentType, base64 }));
  return post('/messages', {
    ...place, author: speaker, content: content || undefined, ...(replyTo ? { replyTo: replyTo.id } : {}), ...(files.length ? { attachments } : {}),
  });
}
