import { post, remove } from './api.js';
import { store } from './store.js';

export const toggleReaction = (message, emoji, add) => store.attempt(() => (add ? post : remove)('/reactions', {
  messageId: message.id, user: store.speaker, emoji,
}));

export const del = (message) => store.deleteMessage(message);
