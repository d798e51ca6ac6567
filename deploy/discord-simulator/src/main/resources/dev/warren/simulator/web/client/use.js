// Uses commands, components and modals as the speaker, and shows what comes of it.

import { post } from './api.js';
import { store } from './store.js';

const CHAT_INPUT = 1;
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;

/** Starts an interaction; its outcome comes later. A modal opens then. */
async function interact(start) {
  const { interactionId } = await start();
  return { outcome: shown(interactionId) };
}

async function shown(interactionId) {
  const outcome = await store.outcomes.of(interactionId);
  if (outcome.state === 'modal') {
    store.dispatchEvent(new CustomEvent('modal', { detail: { interactionId, modal: outcome.modal } }));
  } else if (outcome.state === 'unanswered') {
    store.notice(`${store.bot?.username ?? 'The bot'} did not answer in time.`);
  }
}

/** Slash commands as one chooses them: each subcommand is one of its own. */
export function slashCommands(commands) {
  const result = [];
  const walk = (command, options, path, description) => {
    const nested = (options ?? []).filter((option) => option.type <= SUBCOMMAND_GROUP);
    if (nested.length === 0) {
      result.push({ command, path, description, options: options ?? [], title: [command.name, ...path].join(' ') });
    }
    nested.forEach((option) => walk(command, option.options, [...path, option.name], option.description));
  };
  commands.filter((command) => (command.type ?? CHAT_INPUT) === CHAT_INPUT)
    .forEach((command) => walk(command, command.options, [], command.description));
  return result.sort((a, b) => a.title.localeCompare(b.title));
}

export const isSubcommand = (option) => option.type === SUBCOMMAND;

/** Commands of the context menu of users (2) or messages (3). */
export const contextCommands = (type) => store.commands.filter((command) => command.type === type);

export const runContextCommand = (type, command, target) => store.attempt(() => interact(() => post('/commands', {
  ...store.place, user: store.speaker, type, name: command.name, target,
})));

/** Fields of a call for a slash command; without the options that are empty. */
const typed = (entry, options) => ({
  ...store.place,
  user: store.speaker,
  name: entry.command.name,
  ...(entry.path.length ? { subcommand: entry.path.join(' ') } : {}),
  options: Object.fromEntries(Object.entries(options).filter(([, value]) => value !== '' && value !== undefined)),
});

/** Runs a slash command. Throws what is refused, so that the form can show it at its field. */
export const runCommand = (entry, options) => interact(() => post('/commands', typed(entry, options)));

/** What the bot offers for an option. */
export async function complete(entry, options, focused) {
  const answer = await post('/autocomplete', { ...typed(entry, options), focused, options: { ...typed(entry, options).options, [focused]: options[focused] ?? '' } });
  return answer.choices.map((choice) => ({ value: choice.value, label: choice.name }));
}

/** Presses a button, or chooses from a menu; done when the bot has answered or its time is over. */
export const useComponent = (message, customId, values) => store.attempt(async () => {
  const { outcome } = await interact(() => post('/components', {
    messageId: message.id, customId, user: store.speaker, ...(values ? { values } : {}),
  }));
  await outcome;
});

/** Sends a modal. Throws what is refused. */
export const submitModal = (interactionId, fields) => interact(() => post('/modals', { interactionId, user: store.speaker, fields }));

/** Puts a command into the message box, to be filled in and sent. */
export const beginCommand = (title) => store.dispatchEvent(new CustomEvent('begin-command', { detail: title }));
