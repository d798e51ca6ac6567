import { LitElement, html, nothing } from 'lit';
import { store } from './store.js';
import { del, toggleReaction } from './message-actions.js';
import { componentsOf } from './components.js';
import { embedOf, filesOf, pollOf, reactionsOf } from './message-parts.js';
import { plainLine, richText } from './rich-text.js';
import { authorName, avatar, readable, stamp, timeIn, userName } from './text.js';
import { isDark } from './theme.js';
import { beginCommand, contextCommands, runContextCommand, useComponent } from './use.js';
import { openMenu } from './context-menu.js';
import { openEmojis } from './emoji-picker.js';
import { binIcon, closeIcon, eyeIcon, moreIcon, pathIcon, penIcon, replyIcon, smileIcon } from './icons.js';

const LOADING = 128;
const MESSAGE_MENU = 3;
const SNIPPET = 120;
const NOTICES = { 6: 'pinned a message.', 7: 'joined.', 18: 'started a thread.', 12: 'followed a channel.' };

/** One message. It is drawn into the list's own tree and styled there. */
class MessageItem extends LitElement {
  static properties = {
    message: { attribute: false }, grouped: { type: Boolean, reflect: true },
    active: { state: true }, busy: { state: true }, withPanel: { state: true },
  };

  constructor() {
    super();
    this.busy = new Set();
    this.active = false;
    this.withPanel = false;
    this.addEventListener('mouseenter', () => { this.active = true; });
    this.addEventListener('mouseleave', () => { this.active = this.matches(':focus-within'); });
    this.addEventListener('focusin', () => { this.active = true; });
    this.addEventListener('focusout', (event) => { this.active = this.contains(event.relatedTarget) || this.matches(':hover'); });
    this.addEventListener('contextmenu', (event) => this.#contextMenu(event));
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'article');
    this.tabIndex = -1;
  }

  willUpdate(changed) {
    if (changed.has('message')) {
      const { message } = this;
      this.id = `m${message.id}`;
      this.setAttribute('aria-label', `${authorName(message)}, ${stamp(message.timestamp)}`);
      this.toggleAttribute('ephemeral', Boolean(message.view?.ephemeral));
      this.toggleAttribute('pinged', message.mention_everyone || message.mentions.some((user) => user.id === store.viewer?.id));
    }
  }

  get #context() {
    return {
      names: this.message.view?.names,
      roles: store.guild?.roles,
      channels: store.guild?.channels,
      viewerId: store.viewer?.id,
      open: (id) => store.openChannel(id),
      use: (name) => beginCommand(name),
    };
  }

  render() {
    const { message } = this;
    if (NOTICES[message.type]) {
      return html`<div class="system"><strong>${authorName(message)}</strong> ${NOTICES[message.type]}
        <time datetime=${message.timestamp}>${stamp(message.timestamp)}</time></div>`;
    }
    return html`${this.#above()}
      <div class="body">
        ${this.grouped ? html`<time class="side-time" datetime=${message.timestamp} aria-hidden="true">${timeIn(new Date(message.timestamp), 't')}</time>`
          : html`<img class="avatar" src=${avatar(message.author)} alt="" width="40" height="40">`}
        <div class="content">
          ${this.grouped ? nothing : this.#byline()}
          ${this.#text()}
          ${message.embeds.map((embed) => embedOf(embed, message, this.#context))}
          ${filesOf(message)}
          ${pollOf(message.poll)}
          ${message.components.length ? html`<div class="components">${componentsOf(message.components, this.#host)}</div>` : nothing}
          ${reactionsOf(message, (emoji, add) => toggleReaction(message, emoji, add))}
          ${message.view?.ephemeral ? html`<div class="only-you"><span class="icon small-icon">${eyeIcon}</span> Only you can see this ·
            <button class="plain" @click=${this.#dismiss}>Dismiss message</button></div>` : nothing}
          ${this.withPanel ? this.#panel() : nothing}
        </div>
      </div>
      ${this.active ? this.#tools() : nothing}`;
  }

  /** What the message answers. */
  #above() {
    const { message } = this;
    if (message.type === 19) {
      const original = message.referenced_message;
      return html`<div class="above">${original ? html`<button class="plain snippet" @click=${() => this.#jump(original.id)}>
        <img src=${avatar(original.author, 32)} alt=""><strong>${userName(original.author)}</strong>
        <span>${original.content ? plainLine(original.content.split('\n')[0].slice(0, SNIPPET), this.#context) : 'a message without text'}</span></button>` : html`<span class="snippet">The original message was deleted</span>`}</div>`;
    }
    if (message.view?.command) {
      const { user } = message.interaction_metadata;
      return html`<div class="above"><span class="snippet"><img src=${avatar(user, 32)} alt=""><strong>${userName(user)}</strong>
        <span>used <b>/${message.view.command}</b></span></span></div>`;
    }
    return nothing;
  }

  #byline() {
    const { message } = this;
    const color = message.view?.color;
    return html`<div class="byline"><strong .style=${color ? `color:${readable(color, isDark())}` : ''}>${authorName(message)}</strong>
      ${message.author.bot || message.webhook_id ? html`<span class="tag">APP</span>` : nothing}
      <time datetime=${message.timestamp} title=${timeIn(new Date(message.timestamp), 'F')}>${stamp(message.timestamp)}</time></div>`;
  }

  #text() {
    const { message } = this;
    if (message.flags & LOADING) {
      return html`<div class="line thinking">${authorName(message)} is thinking <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span></div>`;
    }
    const edited = message.edited_timestamp
      ? html`<span class="edited" title=${timeIn(new Date(message.edited_timestamp), 'F')}>(edited)</span>` : nothing;
    return message.content ? html`<div class="text">${richText(message.content, this.#context)}${edited}</div>` : edited;
  }

  get #host() {
    return {
      message: this.message,
      context: this.#context,
      busy: this.busy,
      use: async (customId, values) => {
        this.busy = new Set(this.busy).add(customId);
        await useComponent(this.message, customId, values);
        const busy = new Set(this.busy);
        busy.delete(customId);
        this.busy = busy;
      },
    };
  }

  #tools() {
    const { message } = this;
    const own = message.author.id === store.viewer?.id;
    const tool = (label, icon, run, danger) => html`<button class="icon ${danger ? 'dangerous' : ''}" aria-label=${label} title=${label} @click=${run}>${icon}</button>`;
    return html`<div class="tools" role="toolbar" aria-label="Message actions">
      ${message.view?.ephemeral ? nothing : html`
        ${tool('Add a reaction', smileIcon, (event) => openEmojis(event.currentTarget, (emoji) => toggleReaction(message, emoji, true)))}
        ${tool('Reply', replyIcon, () => store.set({ replyTo: message, editing: null }))}`}
      ${own ? tool('Edit', penIcon, () => store.set({ editing: message, replyTo: null })) : nothing}
      ${own || (store.channel?.manageable && !message.view?.ephemeral) ? tool('Delete', binIcon, () => del(message), true) : nothing}
      ${store.panel ? tool(store.panel.title, pathIcon, () => { this.withPanel = !this.withPanel; }) : nothing}
      ${tool('More', moreIcon, (event) => this.#menu(event.currentTarget))}</div>`;
  }

  #contextMenu(event) {
    if (event.target.closest('a, input, textarea') || getSelection()?.toString()) {
      return;
    }
    event.preventDefault();
    this.#menu(event.clientX ? { x: event.clientX, y: event.clientY, restore: this } : this);
  }

  #menu(anchor) {
    const { message } = this;
    openMenu(anchor, 'Message actions', [
      { label: 'Copy text', run: () => navigator.clipboard?.writeText(message.content) },
      { label: 'Copy id', run: () => navigator.clipboard?.writeText(message.id) },
      ...(store.panel ? [{ label: store.panel.title, run: () => { this.withPanel = true; } }] : []),
      ...contextCommands(MESSAGE_MENU).map((command) => ({
        label: command.name, group: 'Apps', run: () => runContextCommand('message', command, message.id),
      })),
    ]);
  }

  #panel() {
    if (!this.panelElement || this.panelElement.getAttribute('message-id') !== this.message.id) {
      this.panelElement = document.createElement(store.panel.messageElement);
      const attributes = {
        'guild-id': store.inDirect ? '' : store.guild?.id, 'channel-id': this.message.channel_id, 'message-id': this.message.id,
        'interaction-id': this.message.view?.interactionId,
      };
      Object.entries(attributes).filter(([, value]) => value).forEach(([name, value]) => this.panelElement.setAttribute(name, value));
    }
    return html`<section class="panel" aria-label=${store.panel.title}><div class="panel-head"><strong>${store.panel.title}</strong>
      <button class="icon" aria-label="Close" @click=${this.#closePanel}>${closeIcon}</button></div>${this.panelElement}</section>`;
  }

  #closePanel() {
    this.withPanel = false;
    this.panelElement = null;
    this.focus();
  }

  #dismiss() {
    store.timeline.dismiss(this.message.id);
    store.drawn();
  }

  #jump(id) {
    const original = this.getRootNode().getElementById(`m${id}`);
    if (original) {
      original.scrollIntoView({ block: 'center' });
      original.focus();
    } else {
      store.notice('The message is further up.');
    }
  }
}

customElements.define('message-item', MessageItem);
