// What the page knows, and what it can do. Elements read it through Selected and are drawn again when what they read has changed.

import { CallFailed, get, post } from './api.js';
import { Live } from './live.js';
import { Timeline } from './timeline.js';
import { Outcomes } from './outcomes.js';
import { recall, remember } from './memory.js';

const FIRST_SPEAKER = 'owner';
const TYPING_MS = 9000;
const GUILD_REREAD_MS = 700;
const MOST_NOTICES = 3;

class Store extends EventTarget {
  /** connecting, ready or away */
  status = 'connecting';
  speaker = recall('speaker') ?? FIRST_SPEAKER;
  viewer = null;
  bot = null;
  guilds = [];
  guild = null;
  direct = null;
  channelId = null;
  commands = [];
  timeline = null;
  unread = new Set();
  typing = new Map();
  replyTo = null;
  editing = null;
  notices = [];
  hints = [];
  outcomes = new Outcomes();
  panel = null;
  page = 'chat';
  /** Whether the newest message is in view; the list keeps it. */
  follows = true;
  #live = new Live({
    opened: (hello) => this.#opened(hello),
    events: (events, sequence) => this.#take(events, sequence),
    closed: () => this.set({ status: 'away' }),
  });
  #guildTimer = 0;

  set(patch) {
    Object.assign(this, patch);
    this.dispatchEvent(new Event('change'));
  }

  get channel() {
    if (this.channelId === this.direct?.id) {
      return this.direct;
    }
    return this.guild?.channels.find((channel) => channel.id === this.channelId) ?? null;
  }

  get inDirect() {
    return this.direct !== null && this.channelId === this.direct.id;
  }

  /** Guild and channel for calls; empty for direct messages. */
  get place() {
    return this.inDirect ? {} : { guild: this.guild.id, channel: this.channelId };
  }

  /** Reads everything and opens the live socket. Tried again until it succeeds. */
  async start() {
    try {
      const view = await get('/view', { as: this.speaker });
      await this.#enter(view);
      this.#live.open(view, { as: this.viewer.id, channel: this.channelId });
    } catch (failure) {
      this.set({ status: this.viewer ? 'away' : 'connecting' });
      if (failure instanceof CallFailed && failure.status >= 400 && failure.status < 500) {
        this.notice(failure.message);
      }
      setTimeout(() => this.start(), 1000);
    }
  }

  /** Shows the place that the address names; by names, so that it is found again after a restart, where ids are new. */
  async #enter(view) {
    const [guildName, channelName] = decodeURIComponent(location.hash.slice(2)).split('/');
    const named = view.guilds.find((guild) => guild.name === guildName);
    const chosen = named ?? view.guilds[0];
    Object.assign(this, { viewer: view.viewer, bot: view.bot, guilds: view.guilds, direct: view.directMessages });
    if (chosen) {
      await this.#join(chosen.id);
    }
    const channel = guildName === '@me' ? this.direct : (this.#find(channelName) ?? this.#first() ?? this.direct);
    await this.openChannel(channel.id, { again: true });
    this.set({ status: 'ready' });
    this.readCommands();
  }

  /** Joins the guild and reads it; who is banned sees that it is so, and no channel. */
  async #join(id) {
    try {
      await post('/joins', { guild: id, user: this.speaker });
    } catch (failure) {
      if (failure.status !== 403) {
        throw failure;
      }
      this.notice(failure.message);
    }
    this.guild = await get('/view/guild', { guild: id, as: this.speaker });
  }

  #find(name) {
    return this.guild?.channels.find((channel) => channel.name === name && channel.type !== 4);
  }

  #first() {
    return this.guild?.channels.find((channel) => channel.type === 0);
  }

  async openGuild(id) {
    await this.attempt(async () => {
      await this.#join(id);
      const first = this.#first() ?? this.guild.channels.find((channel) => channel.type !== 4);
      if (first) {
        await this.openChannel(first.id);
      }
      this.readCommands();
    });
  }

  async openChannel(id, { again = false } = {}) {
    if (id === this.channelId && !again) {
      this.set({ page: 'chat' });
      return;
    }
    const timeline = new Timeline(id, this.speaker);
    this.unread.delete(id);
    this.set({
      channelId: id, timeline, typing: new Map(), replyTo: null, editing: null, follows: true, page: 'chat', unread: new Set(this.unread),
    });
    const where = this.inDirect ? '@me' : `${this.guild.name}/${this.channel?.name ?? ''}`;
    history.replaceState(null, '', `#/${encodeURIComponent(where).replaceAll('%2F', '/').replaceAll('%40', '@')}`);
    document.title = `${this.inDirect ? this.bot.username : `#${this.channel?.name}`} · Local Discord`;
    this.#live.watch({ as: this.viewer.id, channel: id });
    await this.attempt(() => timeline.newest());
    this.drawn();
  }

  /** The timeline has changed. */
  drawn() {
    this.dispatchEvent(new Event('timeline'));
  }

  /** Speaks as another member from now on. */
  async speakAs(name) {
    remember('speaker', name);
    this.speaker = name;
    await this.attempt(async () => this.#enter(await get('/view', { as: name })));
  }

  async readCommands() {
    await this.attempt(async () => {
      this.set({ commands: await get('/commands', { guild: this.inDirect ? undefined : this.guild?.id }) });
    });
  }

  #opened(hello) {
    if (!hello.resumed) {
      this.#live.close();
      this.start();
    } else {
      this.set({ status: 'ready' });
    }
  }

  #take(events, sequence) {
    let drawn = false;
    for (const event of events) {
      switch (event.type) {
        case 'message':
          this.#stopTyping(event.message.author.id);
          this.timeline?.apply(event, sequence, this.follows);
          drawn = true;
          break;
        case 'changed':
        case 'gone':
          this.timeline?.apply(event, sequence, this.follows);
          drawn = true;
          break;
        case 'typing':
          this.#startTyping(event);
          break;
        case 'unread':
          this.set({ unread: new Set(this.unread).add(event.channelId) });
          break;
        case 'guild':
          this.#guildChanged(event.guildId);
          break;
        case 'interaction':
          this.outcomes.came(event);
          break;
        case 'lost':
          this.attempt(() => this.timeline.newest()).then(() => this.drawn());
          break;
      }
    }
    if (drawn) {
      this.drawn();
    }
  }

  #startTyping({ userId, name }) {
    const typing = new Map(this.typing).set(userId, { name, until: Date.now() + TYPING_MS });
    this.set({ typing });
    setTimeout(() => this.#stopTyping(userId, Date.now()), TYPING_MS + 50);
  }

  #stopTyping(userId, now = Infinity) {
    if ((this.typing.get(userId)?.until ?? Infinity) < now || (now === Infinity && this.typing.has(userId))) {
      const typing = new Map(this.typing);
      typing.delete(userId);
      this.set({ typing });
    }
  }

  #guildChanged(id) {
    if (this.#guildTimer) {
      return;
    }
    this.#guildTimer = setTimeout(() => {
      this.#guildTimer = 0;
      this.attempt(async () => {
        const view = await get('/view', { as: this.speaker });
        this.set({ guilds: view.guilds });
        if (this.guild && this.guilds.some((guild) => guild.id === this.guild.id)) {
          this.set({ guild: await get('/view/guild', { guild: this.guild.id, as: this.speaker }) });
        }
      });
    }, GUILD_REREAD_MS);
  }

  /** Does something that may be refused, and says why. True when it was done. */
  async attempt(action) {
    try {
      await action();
      return true;
    } catch (failure) {
      if (!(failure instanceof CallFailed)) {
        throw failure;
      }
      if (failure.status !== 0 || this.status === 'ready') {
        this.notice(failure.message);
      }
      return false;
    }
  }

  /** Says something in one line. */
  notice(text) {
    const notice = { text, id: crypto.randomUUID?.() ?? String(Math.random()) };
    this.set({ notices: [...this.notices.filter((other) => other.text !== text), notice].slice(-MOST_NOTICES) });
    setTimeout(() => this.dropNotice(notice.id), 8000);
  }

  dropNotice(id) {
    this.set({ notices: this.notices.filter((notice) => notice.id !== id) });
  }
}

export const store = new Store();

/** Draws its host again when what it selects from the store has changed. */
export class Selected {
  #host;
  #select;
  #last;

  constructor(host, select) {
    this.#host = host;
    this.#select = select;
    this.#last = select(store);
    host.addController(this);
  }

  #check = () => {
    const now = this.#select(store);
    if (now.length !== this.#last.length || now.some((value, i) => value !== this.#last[i])) {
      this.#last = now;
      this.#host.requestUpdate();
    }
  };

  hostConnected() {
    store.addEventListener('change', this.#check);
    this.#check();
  }

  hostDisconnected() {
    store.removeEventListener('change', this.#check);
  }
}
