import { post, remove } from './api.js';
import { store } from './store.js';

export const toggleReaction = (message, emoji, add) => store.attempt(() => (add ? post : remove)('/reactions', {
  messageId: message.id, user: store.speaker, emoji,
}));

/** Deletes a message: one's own, or anybody's by who manages the channel's messages. */
export const del = (message) => store.attempt(() => remove(`/messages/${message.id}`, store.channel?.manageable ? {} : { user: store.speaker }));
