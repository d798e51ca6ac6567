import { LitElement, css, html, nothing } from 'lit';
import { Selected, store } from './store.js';
import { base } from './styles.js';
import { avatar, readable } from './text.js';
import { isDark } from './theme.js';
import { openMenu } from './context-menu.js';
import { runContextCommand, contextCommands } from './use.js';

const USER_MENU = 2;

/** The members by their highest role that is shown apart. A press on one opens its menu. */
class MemberList extends LitElement {
  static styles = [base, css`
    :host { width: 232px; background: var(--bg-raised); overflow-y: auto; display: block; flex: none; }
    h2 { font-size: 12px; font-weight: 650; text-transform: uppercase; letter-spacing: 0.03em; color: var(--fg-muted); margin: 16px 16px 4px; }
    ul { list-style: none; margin: 0; padding: 0 8px; }
    button { display: flex; gap: 10px; align-items: center; width: 100%; padding: 5px 8px; border-radius: 7px; text-align: left; min-width: 0; }
    button:hover { background: var(--bg-hover); }
    img { width: 32px; height: 32px; border-radius: 50%; flex: none; }
    .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 550; }
    .tag { background: var(--accent); color: var(--on-accent); font-size: 10px; font-weight: 700; border-radius: 4px; padding: 1px 4px; }
    p { color: var(--fg-muted); font-size: 13px; margin: 10px 16px; }
  `];

  #state = new Selected(this, (s) => [s.guild]);

  render() {
    const members = store.guild?.members ?? [];
    const hoisted = (store.guild?.roles ?? []).filter((role) => role.hoist);
    const groups = new Map([...hoisted.map((role) => [role, []]), [null, []]]);
    members.forEach((member) => groups.get(hoisted.find((role) => member.roles.includes(role.id)) ?? null).push(member));
    const more = (store.guild?.memberCount ?? 0) - members.length;
    return html`<aside aria-label="Members">${[...groups].filter(([, list]) => list.length).map(([role, list]) => html`
      <h2>${role?.name ?? 'Members'} — ${role ? list.length : list.length + Math.max(0, more)}</h2>
      <ul>${list.map((member) => this.#member(member))}</ul>`)}
      ${more > 0 ? html`<p>and ${more.toLocaleString()} more</p>` : nothing}</aside>`;
  }

  #member(member) {
    const color = member.view.color;
    return html`<li><button aria-haspopup="menu" @click=${(event) => this.#menu(event, member)}
      @contextmenu=${(event) => this.#menu(event, member)}>
      <img src=${avatar(member.user)} alt="" loading="lazy">
      <span class="name" .style=${color ? `color:${readable(color, isDark())}` : ''}>${member.view.name}</span>
      ${member.user.bot ? html`<span class="tag">APP</span>` : nothing}</button></li>`;
  }

  #menu(event, member) {
    event.preventDefault();
    const name = member.user.global_name ?? member.user.username;
    openMenu(event.currentTarget, `Actions for ${member.view.name}`, [
      ...(member.user.bot ? [] : [{ label: 'Speak as this member', run: () => store.speakAs(name) }]),
      { label: 'Mention', run: () => store.dispatchEvent(new CustomEvent('mention', { detail: { name: member.view.name, id: member.user.id } })) },
      { label: 'Copy id', run: () => navigator.clipboard?.writeText(member.user.id) },
      ...contextCommands(USER_MENU).map((command) => ({
        label: command.name, group: 'Apps', run: () => runContextCommand('user', command, name),
      })),
    ]);
  }
}

customElements.define('member-list', MemberList);
