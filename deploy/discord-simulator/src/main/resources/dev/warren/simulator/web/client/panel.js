// A panel is a module of another server that shows more beside a message and on a page of its own. Without one, or when it does not load,
// everything else goes on.

import { store } from './store.js';

const ELEMENT = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

export async function loadPanel() {
  try {
    const config = await (await fetch('/web/config.json')).json();
    store.set({ hints: config.hints ?? [] });
    if (!config.panel) {
      return;
    }
    const { default: panel } = await import(config.panel);
    if (typeof panel?.title !== 'string' || !ELEMENT.test(panel.messageElement) || !ELEMENT.test(panel.pageElement)) {
      throw new Error('its default export must have title, messageElement and pageElement');
    }
    store.set({ panel });
  } catch (failure) {
    store.notice(`The panel could not be loaded: ${failure.message}`);
  }
}
