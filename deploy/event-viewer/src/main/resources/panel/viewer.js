/** Where the viewer is: the address that this module came from. */
const base = new URL(".", import.meta.url);

export const address = (path, parameters = {}) => {
  const url = new URL(path, base);
  for (const [name, value] of Object.entries(parameters)) {
    if (value) {
      url.searchParams.set(name, value);
    }
  }
  return url.href;
};

/** The answer, or an error whose message a person can use. */
export const ask = async (path, parameters = {}, signal = undefined) => {
  let response;
  try {
    response = await fetch(address(path, parameters), { signal });
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    throw new Error(`The event viewer at ${base.origin} does not answer. “./warren status” shows whether it runs.`);
  }
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.error?.message ?? `The event viewer answered ${response.status}.`);
  }
  return body;
};

const exact = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

export const milliseconds = (value) => `${value < 10 ? exact.format(value) : whole.format(value)} ms`;
export const count = (value) => whole.format(value);
export const rate = (value) => exact.format(value);

/** “message-created” of “dev.warren.discord.message-created.v1”. */
export const shortType = (type) => type.replace(/^dev\.warren\.(.+)\.v\d+$/, "$1").replace(/^[a-z]+\./, "");

/** The time of day, to the millisecond. */
export const clock = (instant) => {
  const time = new Date(instant);
  return Number.isNaN(time.getTime())
    ? instant
    : `${time.toLocaleTimeString("en-GB", { hour12: false })}.${String(time.getMilliseconds()).padStart(3, "0")}`;
};
