import { LitElement, html, nothing } from 'lit';
import { Selected, store } from './store.js';
import { base, buttons, fields } from './styles.js';
import { composerStyles } from './composer-styles.js';
import { post } from './api.js';
import { Attachments } from './attachments.js';
import { Outbox } from './outbox.js';
import { suggestionsFor } from './suggestions.js';
import { authorName } from './text.js';
import { slashCommands } from './use.js';
import { closeIcon, plusIcon, sendIcon } from './icons.js';
import './command-form.js';

const LONGEST = 4000;
const TYPING_MS = 7000;

/** Where one writes: messages, files, replies, edits; and where slash commands begin. */
class MessageComposer extends LitElement {
  static properties = { text: { state: true }, entry: { state: true }, found: { state: true }, active: { state: true } };

  static styles = [base, buttons, fields, composerStyles];

  #state = new Selected(this, (s) => [s.channel, s.inDirect, s.replyTo, s.editing, s.status, s.typing, s.commands, s.viewer]);
  #files = new Attachments(this);
  #outbox = new Outbox();
  #names = new Map();
  #lastTyping = 0;
  #editing = null;
  #listeners = {
    'put-text': (event) => this.#put(event.detail),
    'begin-command': (event) => this.#put(`/${event.detail}`),
    'focus-composer': () => this.focusInput(),
    mention: (event) => this.#insertName(event.detail),
  };

  constructor() {
    super();
    Object.assign(this, { text: '', entry: null, found: [], active: 0 });
  }

  connectedCallback() {
    super.connectedCallback();
    Object.entries(this.#listeners).forEach(([name, listener]) => store.addEventListener(name, listener));
  }

  disconnectedCallback() {
    Object.entries(this.#listeners).forEach(([name, listener]) => store.removeEventListener(name, listener));
    super.disconnectedCallback();
  }

  get #box() {
    return this.renderRoot.querySelector('textarea');
  }

  focusInput() {
    (this.renderRoot.querySelector('command-form') ?? this.#box)?.focus();
  }

  willUpdate() {
    if (store.editing !== this.#editing) {
      this.#editing = store.editing;
      this.text = store.editing?.content ?? '';
      this.entry = null;
      this.updateComplete.then(() => this.focusInput());
    } else if (store.replyTo && store.replyTo !== this.#repliedTo) {
      this.updateComplete.then(() => this.focusInput());
    }
    this.#repliedTo = store.replyTo;
    if (this.#offered !== store.commands) {
      this.#offered = store.commands;
      if (this.text.startsWith('/') && !this.entry) {
        this.#suggest();
      }
    }
  }

  #repliedTo = null;
  #offered = [];

  updated() {
    const box = this.#box;
    if (box) {
      box.style.height = 'auto';
      box.style.height = `${Math.min(box.scrollHeight, innerHeight / 3)}px`;
    }
    this.renderRoot.querySelector('li.active')?.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const { channel } = store;
    const writable = channel?.writable !== false && store.status === 'ready';
    return html`<div class="frame" @dragover=${(event) => event.preventDefault()} @drop=${this.#dropped}>
      ${this.#above()}
      ${this.entry ? html`<command-form .entry=${this.entry} @done=${this.#leaveCommand} @left=${this.#leaveCommand}></command-form>` : this.#plain(writable)}
      </div>
      <div class="typing" aria-live="polite">${this.#typingText()}</div>`;
  }

  #plain(writable) {
    const name = store.inDirect ? `@${store.bot?.username}` : `#${store.channel?.name ?? ''}`;
    return html`
      ${this.found.length ? this.#suggestions() : nothing}
      <div class="row">
        <button class="icon" aria-label="Add files" title="Add files" ?disabled=${!writable} @click=${() => this.renderRoot.querySelector('[type=file]').click()}>${plusIcon}</button>
        <input type="file" multiple hidden @change=${this.#picked}>
        <textarea rows="1" aria-label="Message ${name}" aria-haspopup="listbox" aria-controls=${this.found.length ? 'suggestions' : nothing}
          aria-autocomplete="list" aria-activedescendant=${this.found.length ? `s${this.active}` : nothing} maxlength=${LONGEST}
          placeholder=${writable ? `Message ${name}` : this.#whyNot()} ?disabled=${!writable} .value=${this.text} @input=${this.#typed} @keydown=${this.#key}
          @paste=${this.#pasted} @click=${this.#suggest} @blur=${() => { this.found = []; }}></textarea>
        <button class="icon send" aria-label="Send" title="Send" ?disabled=${!writable} @click=${this.#send}>${sendIcon}</button>
      </div>`;
  }

  #whyNot() {
    return store.status === 'ready' ? 'This member may not write here' : 'Waiting for the local Discord …';
  }

  #above() {
    const { replyTo, editing } = store;
    return html`
      ${replyTo ? this.#bar(html`Replying to <b>${authorName(replyTo)}</b>`, 'Do not reply') : nothing}
      ${editing ? this.#bar(html`Editing your message; <kbd>Enter</kbd> saves`, 'Stop editing') : nothing}
      ${this.#files.drawn()}`;
  }

  #bar(text, label) {
    return html`<div class="bar"><span>${text}</span><button class="icon" aria-label=${label} @click=${this.#cancel}>${closeIcon}</button></div>`;
  }

  #suggestions() {
    return html`<ul class="suggestions" id="suggestions" role="listbox" tabindex="0" aria-label="Suggestions" @mousedown=${(event) => event.preventDefault()}>
      ${this.found.map((found, i) => html`<li id="s${i}" role="option" aria-selected=${String(i === this.active)} class=${i === this.active ? 'active' : ''}
        @mousemove=${() => { this.active = i; }} @click=${() => this.#accept(found)}>
        <b>${found.label}</b>${found.options?.length ? html`<span class="options">${found.options.map((option) => html`<i>${option.name}</i>`)}</span>` : nothing}
        ${found.description ? html`<small>${found.description}</small>` : nothing}</li>`)}</ul>`;
  }

  #typingText() {
    const names = [...store.typing.values()].map(({ name }) => name);
    if (names.length === 0) {
      return nothing;
    }
    const who = names.length > 3 ? 'Several people' : names.join(', ');
    return html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> <b>${who}</b> ${names.length === 1 ? 'is' : 'are'} typing …`;
  }

  #typed(event) {
    this.text = event.target.value;
    this.#suggest();
    if (this.text && !this.text.startsWith('/') && Date.now() - this.#lastTyping > TYPING_MS) {
      this.#lastTyping = Date.now();
      post('/typing', { ...store.place, user: store.speaker }).catch(() => {});
    }
  }

  async #suggest() {
    const box = this.#box;
    if (this.text === '/') {
      store.readCommands();
    }
    const text = this.text;
    const found = store.editing ? [] : await suggestionsFor(text, box?.selectionStart ?? text.length).catch(() => []);
    if (text === this.text) {
      this.found = found;
      this.active = 0;
    }
  }

  #key(event) {
    if (event.isComposing) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (this.found.length && step) {
      event.preventDefault();
      this.active = (this.active + step + this.found.length) % this.found.length;
    } else if (this.found.length && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      event.preventDefault();
      this.#accept(this.found[this.active]);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'Escape') {
      if (this.found.length) {
        this.found = [];
        event.stopPropagation();
      } else {
        this.#cancel();
      }
    } else if (event.key === 'ArrowUp' && !this.text) {
      event.preventDefault();
      this.#editLast();
    }
  }

  #accept(found) {
    this.found = [];
    if (found.entry) {
      this.#begin(found.entry);
      return;
    }
    const box = this.#box;
    const end = box.selectionStart;
    const before = this.text.slice(0, end).replace(/\S+$/, '');
    this.#names.set(found.label, found.insert);
    this.text = `${before}${found.label} ${this.text.slice(end)}`;
    this.updateComplete.then(() => box.setSelectionRange(before.length + found.label.length + 1, before.length + found.label.length + 1));
  }

  #begin(entry) {
    this.text = '';
    this.entry = entry;
    this.updateComplete.then(() => this.renderRoot.querySelector('command-form').focus());
  }

  #leaveCommand() {
    this.entry = null;
    this.updateComplete.then(() => this.focusInput());
  }

  /** Puts a text in the box, or begins the command that it names. */
  #put(text) {
    const entry = text.startsWith('/') && slashCommands(store.commands).find(({ title }) => title === text.slice(1));
    if (entry) {
      this.#begin(entry);
      return;
    }
    this.text = text;
    this.updateComplete.then(() => this.focusInput());
  }

  #insertName({ name, id }) {
    this.#names.set(`@${name}`, `<@${id}>`);
    this.text = `${this.text}${this.text && !this.text.endsWith(' ') ? ' ' : ''}@${name} `;
    this.updateComplete.then(() => this.focusInput());
  }

  /** Names that were chosen become mentions; longer ones first, since one may begin with another. */
  get #content() {
    return [...this.#names].sort(([a], [b]) => b.length - a.length)
      .reduce((text, [name, mention]) => text.replaceAll(name, mention), this.text).trim();
  }

  #send() {
    const content = this.#content;
    if (!content && this.#files.list.length === 0) {
      return;
    }
    const command = content.startsWith('/') && slashCommands(store.commands).find(({ title }) => title === content.slice(1));
    if (command) {
      this.#begin(command);
      return;
    }
    const { editing, replyTo, place, speaker } = store;
    const draft = { text: this.text, names: this.#names, content, editing, replyTo, place, speaker, files: this.#files.take() };
    this.#names = new Map();
    this.#reset('', null, null);
    store.follows = true;
    this.#outbox.send(draft).then((done) => (done ? this.#files.release(draft.files) : this.#giveBack(draft)));
  }

  /** What was refused is in the box again, before what was written meanwhile; an edit only where nothing was. */
  #giveBack({ text, names, editing, replyTo, files }) {
    const untouched = !this.text && !this.#files.list.length;
    if (editing && !untouched) {
      return;
    }
    this.#files.putBack(files);
    this.#names = new Map([...names, ...this.#names]);
    if (untouched) {
      this.#reset(text, editing, replyTo);
    } else {
      this.text = [text, this.text].filter(Boolean).join('\n');
    }
  }

  #reset(text, editing, replyTo) {
    this.text = text;
    this.found = [];
    this.#editing = editing;
    this.#lastTyping = 0;
    store.set({ editing, replyTo });
  }

  #cancel() {
    if (store.replyTo || store.editing) {
      store.set({ replyTo: null, editing: null });
      this.focusInput();
    }
  }

  #editLast() {
    const last = store.timeline?.messages.findLast((message) => message.author.id === store.viewer.id && message.type !== 6);
    if (last) {
      store.set({ editing: last, replyTo: null });
    }
  }

  #picked(event) {
    this.#files.add([...event.target.files]);
    event.target.value = '';
  }

  #pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length) {
      event.preventDefault();
      this.#files.add(files);
    }
  }

  #dropped(event) {
    event.preventDefault();
    this.#files.add([...(event.dataTransfer?.files ?? [])]);
  }
}

customElements.define('message-composer', MessageComposer);
