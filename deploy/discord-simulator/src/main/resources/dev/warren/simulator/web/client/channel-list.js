import { LitElement, css, html, nothing } from 'lit';
import { Selected, store } from './store.js';
import { base, buttons } from './styles.js';
import { avatar, userName } from './text.js';
import { penIcon } from './icons.js';

const CATEGORY = 4;
const VOICE = [2, 13];
const THREADS = [10, 11, 12];
const SIGNS = { 2: '🔊', 5: '📣', 13: '🎙', 15: '🗂' };

/** Channels of the guild by category with their threads, or the direct messages; below, who one speaks as. */
class ChannelList extends LitElement {
  static styles = [base, buttons, css`
    :host { width: 236px; background: var(--bg-raised); display: flex; flex-direction: column; min-height: 0; min-width: 0; }
    h2 {
      margin: 0; padding: 0 16px; height: 50px; line-height: 50px; font-size: 16px; border-bottom: 1px solid var(--border); white-space: nowrap;
      overflow: hidden; text-overflow: ellipsis; flex: none;
    }
    nav { flex: 1; overflow-y: auto; padding: 10px 8px; }
    h3 { font-size: 12px; font-weight: 650; letter-spacing: 0.03em; color: var(--fg-muted); margin: 14px 8px 4px; text-transform: uppercase; }
    ul { list-style: none; margin: 0; padding: 0; }
    nav button {
      display: flex; gap: 7px; align-items: baseline; width: 100%; padding: 5px 8px; border-radius: 7px; color: var(--fg-muted); text-align: left;
      margin: 1px 0;
    }
    nav button:hover { background: var(--bg-hover); color: var(--fg); }
    nav button[aria-current="true"] { background: var(--bg-hover); color: var(--fg); font-weight: 600; }
    nav button.unread { color: var(--fg); font-weight: 650; }
    .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; flex: 1; }
    .sign { width: 1em; flex: none; text-align: center; }
    .thread { padding-left: 24px; }
    .dot { width: 8px; height: 8px; border-radius: 50%; background: var(--accent); align-self: center; flex: none; }
    .speaker {
      display: flex; align-items: center; gap: 9px; padding: 8px 10px; background: var(--bg-deep); border: 0; width: 100%; text-align: left; flex: none;
      min-height: 56px;
    }
    .speaker:hover { background: var(--bg-hover); }
    .speaker img { width: 34px; height: 34px; border-radius: 50%; }
    .speaker .who { min-width: 0; flex: 1; overflow: hidden; text-overflow: ellipsis; }
    .speaker strong { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .speaker small { color: var(--fg-muted); }
  `];

  #state = new Selected(this, (s) => [s.guild, s.channelId, s.unread, s.viewer, s.inDirect, s.direct, s.bot]);

  render() {
    return html`
      <h2>${store.inDirect ? 'Direct messages' : (store.guild?.name ?? 'Local Discord')}</h2>
      <nav aria-label="Channels">${store.inDirect ? this.#direct() : this.#guild()}</nav>
      ${store.viewer ? html`<button class="speaker" aria-haspopup="dialog" @click=${this.#choose}>
        <img src=${avatar(store.viewer)} alt=""><span class="who"><small>You speak as</small><strong>${userName(store.viewer)}</strong></span>
        <span class="icon" aria-hidden="true">${penIcon}</span></button>` : nothing}`;
  }

  #direct() {
    return store.direct ? html`<ul>${this.#item(store.direct, userName(store.bot), '@')}</ul>` : nothing;
  }

  #guild() {
    const channels = store.guild?.channels ?? [];
    const inOrder = (a, b) => VOICE.includes(a.type) - VOICE.includes(b.type) || (a.position ?? 0) - (b.position ?? 0);
    const under = (parent) => channels
      .filter((channel) => channel.type !== CATEGORY && !THREADS.includes(channel.type) && (channel.parent_id ?? null) === parent)
      .sort(inOrder);
    const threads = (channel) => channels.filter((each) => THREADS.includes(each.type) && each.parent_id === channel.id
      && !each.thread_metadata?.archived);
    const list = (parent) => html`<ul>${under(parent).map((channel) => html`
      ${this.#item(channel, channel.name, SIGNS[channel.type] ?? '#')}
      ${threads(channel).map((thread) => this.#item(thread, thread.name, '⌙', 'thread'))}`)}</ul>`;
    const categories = channels.filter((channel) => channel.type === CATEGORY).sort(inOrder);
    return html`${list(null)}${categories.map((category) => html`<h3>${category.name}</h3>${list(category.id)}`)}`;
  }

  #item(channel, name, sign, kind = '') {
    const unread = store.unread.has(channel.id);
    return html`<li><button class="${kind} ${unread ? 'unread' : ''}" aria-current=${String(channel.id === store.channelId)}
      @click=${() => this.#open(channel)}>
      <span class="sign" aria-hidden="true">${sign}</span><span class="name">${name}</span>
      ${unread ? html`<span class="dot"></span><span class="sr-only">unread</span>` : nothing}</button></li>`;
  }

  #open(channel) {
    store.openChannel(channel.id);
    this.dispatchEvent(new CustomEvent('place-opened', { bubbles: true, composed: true }));
  }

  #choose() {
    store.dispatchEvent(new Event('choose-speaker'));
  }
}

customElements.define('channel-list', ChannelList);
