import { LitElement, css, html, nothing } from 'lit';
import { Selected, store } from './store.js';
import { base } from './styles.js';
import { slashCommands } from './use.js';

const MOST = 4;

/** What to try first, for who sees an empty channel. */
class StarterHints extends LitElement {
  static styles = [base, css`
    :host { display: block; margin-top: 14px; }
    .hints { display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr)); max-width: 760px; list-style: none; padding: 0; margin: 8px 0 0; }
    button { display: flex; flex-direction: column; width: 100%; height: 100%; text-align: left; padding: 10px 14px; border: 1px solid var(--border); border-radius: 12px; background: var(--bg-raised); }
    button:hover { border-color: var(--accent); }
    code { font: 600 15px var(--mono); color: var(--accent); }
    small { display: block; color: var(--fg-muted); margin-top: 2px; }
    p { margin: 6px 0; color: var(--fg-muted); }
  `];

  #state = new Selected(this, (s) => [s.commands, s.hints, s.bot]);

  render() {
    const commands = slashCommands(store.commands);
    const texts = store.hints.length ? store.hints : commands.slice(0, MOST).map((entry) => `/${entry.title}`);
    if (commands.length === 0 && store.hints.length === 0) {
      return html`<p>${store.bot?.username ?? 'The bot'} has not registered any command yet. What you write reaches it as soon as it is there.</p>`;
    }
    return html`<p>Try one of these first; with <b>/</b> all commands appear.</p>
      <ul class="hints">${texts.map((text) => html`<li><button @click=${() => this.#use(text)}><code>${text}</code>${this.#about(text, commands)}</button></li>`)}</ul>`;
  }

  #about(text, commands) {
    const name = text.replace(/^\W/, '');
    const known = commands.find((entry) => entry.title === name);
    if (!known) {
      return nothing;
    }
    return html`<small>${text.startsWith('/') ? known.description : `${known.description}, as a message`}</small>`;
  }

  #use(text) {
    store.dispatchEvent(new CustomEvent('put-text', { detail: text }));
  }
}

customElements.define('starter-hints', StarterHints);
