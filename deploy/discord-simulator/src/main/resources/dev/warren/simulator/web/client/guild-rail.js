import { LitElement, css, html } from 'lit';
import { Selected, store } from './store.js';
import { base } from './styles.js';
import { avatar, initials } from './text.js';

/** The direct messages and the guilds, as a column of round buttons. */
class GuildRail extends LitElement {
  static styles = [base, css`
    :host { width: 68px; background: var(--bg-deep); display: block; overflow-y: auto; flex: none; }
    nav { display: flex; flex-direction: column; align-items: center; gap: 8px; padding: 12px 0; }
    button {
      width: 46px; height: 46px; border-radius: 50%; background: var(--bg); color: var(--fg); font-weight: 650; padding: 0; overflow: hidden;
      transition: border-radius 0.15s; border: 1px solid var(--border);
    }
    button:hover, button[aria-current="true"] { border-radius: 15px; }
    button[aria-current="true"] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
    img { width: 100%; height: 100%; display: block; }
    hr { width: 30px; border: 0; border-top: 2px solid var(--border); margin: 0; }
  `];

  #state = new Selected(this, (s) => [s.guilds, s.guild, s.inDirect, s.bot, s.direct]);

  render() {
    return html`<nav aria-label="Guilds">
      <button aria-current=${String(store.inDirect)} title="Direct messages" aria-label="Direct messages" ?disabled=${!store.direct}
        @click=${() => this.#open(() => store.openChannel(store.direct.id))}>
        ${store.bot ? html`<img src=${avatar(store.bot)} alt="">` : ''}</button>
      <hr aria-hidden="true">
      ${store.guilds.map((guild) => html`<button title=${guild.name} aria-label=${guild.name}
        aria-current=${String(!store.inDirect && guild.id === store.guild?.id)}
        @click=${() => this.#open(() => store.openGuild(guild.id))}>${initials(guild.name)}</button>`)}
    </nav>`;
  }

  #open(action) {
    action();
  }
}

customElements.define('guild-rail', GuildRail);
