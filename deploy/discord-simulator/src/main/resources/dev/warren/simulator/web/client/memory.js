// What the browser keeps from one visit to the next; nothing when it may not.

export function recall(name) {
  try {
    return localStorage.getItem(`local-discord.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(`local-discord.${name}`, value);
  } catch {
    // it is not kept, then
  }
}
