// Members, roles and channels of the guild, as choices.

import { get } from './api.js';
import { store } from './store.js';

export async function memberChoices(text) {
  if (store.inDirect) {
    return [store.viewer, store.bot].map((user) => ({ value: user.id, label: user.global_name ?? user.username }));
  }
  const members = await get('/view/members', { guild: store.guild.id, query: text });
  return members.map((member) => ({
    value: member.user.id,
    label: member.view.name,
    description: member.view.name === member.user.global_name ? undefined : (member.user.global_name ?? undefined),
    emoji: member.user.bot ? '🤖' : undefined,
  }));
}

const named = (text) => (choice) => choice.label.toLowerCase().includes(text.toLowerCase());

export const roleChoices = async (text) => (store.guild?.roles ?? [])
  .map((role) => ({ value: role.id, label: role.name })).filter(named(text));

export const channelChoices = (types) => async (text) => (store.guild?.channels ?? [])
  .filter((channel) => !types?.length || types.includes(channel.type))
  .map((channel) => ({ value: channel.id, label: `#${channel.name}` })).filter(named(text));

export const mentionableChoices = async (text) => [...(await roleChoices(text)), ...(await memberChoices(text))];
