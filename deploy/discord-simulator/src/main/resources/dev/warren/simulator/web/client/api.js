// Calls of the control API. What is refused becomes an error with a sentence for people.

const BASE = '/control/v1';

/** A refusal, or a server that cannot be reached. */
export class CallFailed extends Error {
  constructor(message, { status = 0, field = '', known = [] } = {}) {
    super(message);
    this.status = status;
    this.field = field;
    this.known = known;
  }
}

async function call(method, path, { query = {}, body } = {}) {
  const parameters = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));
  const address = BASE + path + (parameters.size ? `?${parameters}` : '');
  let response;
  try {
    response = await fetch(address, {
      method,
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new CallFailed('The local Discord cannot be reached. It is tried again by itself.');
  }
  const text = await response.text();
  const answer = text ? parse(text) : {};
  if (!response.ok) {
    throw new CallFailed(sentence(answer.message ?? `The local Discord answered with ${response.status}.`), {
      status: response.status,
      field: answer.field,
      known: answer.known,
    });
  }
  return answer;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.slice(0, 200) };
  }
}

function sentence(text) {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

export const get = (path, query) => call('GET', path, { query });
export const post = (path, body) => call('POST', path, { body });
export const put = (path, body) => call('PUT', path, { body });
export const patch = (path, body) => call('PATCH', path, { body });
export const remove = (path, query) => call('DELETE', path, { query });
