// Sends the requests of the page to the server, and keeps the login.

const TOKEN_KEY = 'account.token';
const TIMEOUT_MS = 20000;
const LINK_PURPOSES = ['reset', 'username', 'verify'];

let session = new AbortController();
let askForProof = null;

export const currentToken = () => sessionStorage.getItem(TOKEN_KEY);
export const keepToken = (token) => sessionStorage.setItem(TOKEN_KEY, token);

// Late answers must not show the data of this session in the next one.
export function forgetToken() {
  session.abort();
  session = new AbortController();
  sessionStorage.removeItem(TOKEN_KEY);
}

export const sessionSignal = () => session.signal;
export const askForProofBy = (ask) => { askForProof = ask; };

export function tokenIn(answer) {
  if (typeof answer?.auth_token !== 'string') throw failure(200);
  return answer.auth_token;
}

export function failure(status, errors = {}) {
  return Object.assign(new Error(`status ${status}`), { status, errors });
}

// Where the server asks for a proof, the owner gives one, and the request is sent again.
export async function api(method, path, data) {
  try {
    return await request(method, path, data);
  } catch (problem) {
    if (problem.errors?.code !== 'reauthentication_required') throw problem;
    await askForProof();
    return request(method, path, data);
  }
}

async function request(method, path, data) {
  const token = currentToken();
  const headers = { Accept: 'application/json' };
  if (token) headers.Authorization = `Token ${token}`;
  if (data) headers['Content-Type'] = 'application/json';
  const { response, body } = await send(path, { method, headers, body: data && JSON.stringify(data) });
  const isThere = body !== null && typeof body === 'object';
  if (response.ok && (isThere || response.status === 204)) return body;
  throw failure(response.status, response.ok ? {} : errorsIn(response, isThere && !Array.isArray(body) ? body : {}));
}

function errorsIn(response, body) {
  const seconds = Number(response.headers.get('Retry-After'));
  if (response.status !== 429 || !seconds) return body;
  return { detail: `Too many attempts failed. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.` };
}

async function send(path, options) {
  const signal = AbortSignal.any([session.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const response = await fetch(path, { cache: 'no-store', signal, ...options });
    return { response, body: parseJson(await response.text()) };
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw failure(0, { detail: 'The server cannot be reached. Check your connection and try again.' });
  }
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// This request is public and belongs to no session, so the end of a session does not stop it.
export async function fetchTowns() {
  return (await send('/towns', { signal: AbortSignal.timeout(TIMEOUT_MS) })).body;
}

export async function fetchSessions() {
  const sessions = await api('GET', '/auth/sessions/');
  if (!Array.isArray(sessions)) throw failure(200);
  return sessions;
}

// A 404 means that the session has ended already.
export async function endSession(id) {
  try {
    await api('DELETE', `/auth/sessions/${encodeURIComponent(id)}/`);
  } catch (problem) {
    if (problem.status !== 404) throw problem;
  }
}

export async function endOtherSessions() {
  for (const other of await fetchSessions()) if (!other.current) await endSession(other.id);
}

export const holdsLink = () => LINK_PURPOSES.some((purpose) => location.hash.startsWith(`#${purpose}=`));

// Removes the content of a one-time link from the address, so that neither the address nor the history keeps it.
// The content follows a #. Browsers do not send that part to a server, so no server log holds it.
export function takeLink() {
  const query = new URLSearchParams(location.hash.slice(1));
  const purpose = LINK_PURPOSES.find((name) => query.has(name));
  if (!purpose) return null;
  history.replaceState(null, '', location.pathname);
  const [uid = '', token = ''] = query.get(purpose).split('.');
  return { purpose, proof: { uid, token } };
}

export async function useLink(link, path, data = {}) {
  try {
    await api('POST', path, { ...link.proof, ...data });
  } catch (problem) {
    const isBad = problem.errors?.token || problem.errors?.uid;
    throw isBad ? failure(400, { detail: 'This link is no longer good. Ask for a new one.' }) : problem;
  }
}

// The name of a session if its owner chooses none.
export function deviceName() {
  const agent = navigator.userAgent;
  const browsers = { 'Edg/': 'Edge', 'OPR/': 'Opera', 'Firefox/': 'Firefox', 'Chrome/': 'Chrome', 'Safari/': 'Safari' };
  const systems = { Android: 'Android', iPhone: 'iPhone', iPad: 'iPad', Windows: 'Windows', Mac: 'Mac', Linux: 'Linux' };
  const nameIn = (names) => names[Object.keys(names).find((mark) => agent.includes(mark))];
  return [nameIn(browsers), nameIn(systems)].filter(Boolean).join(' on ');
}
