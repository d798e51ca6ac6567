// What the message box offers while one types: commands after a slash, members after @, channels after #.

import { channelChoices, memberChoices } from './entities.js';
import { store } from './store.js';
import { slashCommands } from './use.js';

const MOST = 25;

export async function suggestionsFor(text, caret) {
  const before = text.slice(0, caret);
  if (/^\/[^\n]*$/.test(text)) {
    return commandsLike(text.slice(1).toLowerCase());
  }
  const word = /(?:^|\s)([@#])([^\s@#]{0,32})$/.exec(before);
  if (!word || store.inDirect) {
    return [];
  }
  const [, sign, name] = word;
  const choices = sign === '@' ? await memberChoices(name) : await channelChoices()(name);
  return choices.slice(0, 8).map((choice) => (sign === '@'
    ? { label: `@${choice.label}`, insert: `<@${choice.value}>`, description: choice.description }
    : { label: choice.label, insert: `<#${choice.value}>` }));
}

/** Commands whose name holds what is typed; those that begin with it first. */
function commandsLike(typed) {
  return slashCommands(store.commands)
    .filter((entry) => entry.title.toLowerCase().includes(typed.trim()))
    .sort((a, b) => b.title.startsWith(typed) - a.title.startsWith(typed))
    .slice(0, MOST)
    .map((entry) => ({ label: `/${entry.title}`, description: entry.description, options: entry.options, entry }));
}
