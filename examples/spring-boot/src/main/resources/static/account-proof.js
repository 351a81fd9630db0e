// Asks for codes and passkeys: at a login, and where the server wants to know that the owner is still there.

import './account-parts.js';
import { api, askForProofBy, failure, keepToken, tokenIn } from './account-api.js';
import { byId, clearMessages, dataOf } from './account-dom.js';
import { canUsePasskeys, usePasskey } from './account-webauthn.js';

const CONFIRMED = 'confirmed';

const dialog = byId('ask');
let login = null;
let asking = null;

// Returns the token, or null if the second step is still to come.
export async function logInByPassword(form) {
  const { label, ...credentials } = dataOf(form);
  const device = label ? { label } : {};
  try {
    return tokenIn(await api('POST', '/auth/token/login/', { ...credentials, ...device }));
  } catch (problem) {
    if (problem.errors?.code !== 'second_factor_required') throw problem;
    const { challenge, factors, passkey } = problem.errors;
    login = { options: passkey, step: { challenge, ...device } };
    offerProofs(byId('code'), factors.includes('totp'), Boolean(passkey));
    byId('code-title').textContent = byId('code').dataset.first ? 'Enter a code' : 'Use your passkey';
    return null;
  }
}

export async function logInByPasskey(form) {
  const { label } = dataOf(form);
  const { public_key } = await api('POST', '/auth/token/passkey/');
  const passkey = await usePasskey(public_key);
  return tokenIn(await api('POST', '/auth/token/passkey/login/', label ? { passkey, label } : { passkey }));
}

export async function logInByFactor(form, button) {
  const proof = button.name === 'passkey' ? { passkey: await usePasskey(login.options) } : dataOf(form);
  try {
    return tokenIn(await api('POST', '/auth/token/factor/', { ...login.step, ...proof }));
  } catch (problem) {
    const expired = problem.errors?.challenge;
    throw expired ? failure(401, { detail: expired.join(' ') }) : problem;
  }
}

export const askInView = () => focusProof(byId('code'));

// All requests that need a proof at one time wait for the same one.
function askForProof() {
  asking ??= ask().finally(() => { asking = null; });
  return asking;
}

async function ask() {
  const { totp_since, passkeys } = await api('GET', '/auth/factors/');
  offerProofs(byId('proof'), Boolean(totp_since), passkeys.length > 0);
  dialog.returnValue = '';
  dialog.showModal();
  focusProof(byId('proof'));
  await new Promise((resolve) => { dialog.addEventListener('close', resolve, { once: true }); });
  byId('proof').reset();
  clearMessages(byId('proof'));
  if (dialog.returnValue !== CONFIRMED) throw new DOMException('No proof was given.', 'AbortError');
}

export async function giveProof(form, button) {
  const proof = button.name === 'passkey' ? { passkey: await confirmingPasskey() } : dataOf(form);
  keepToken(tokenIn(await api('POST', '/auth/token/confirm/', proof)));
  dialog.close(CONFIRMED);
}

async function confirmingPasskey() {
  return usePasskey((await api('POST', '/auth/token/confirm/passkey/')).public_key);
}

// An owner without an app is asked for the passkey. Where the browser knows none, a recovery code stands in for it.
function offerProofs(form, hasApp, hasPasskey) {
  const { passkey } = form.elements;
  passkey.hidden = !(hasPasskey && canUsePasskeys);
  const withoutApp = hasPasskey ? 'recovery_code' : 'current_password';
  form.dataset.first = hasApp ? 'code' : passkey.hidden ? withoutApp : '';
  askFor(form, form.dataset.first);
}

// Shows one field of a form, or none. What is disabled is not sent.
function askFor(form, name) {
  form.querySelectorAll('.field').forEach((field) => {
    const input = field.querySelector('input');
    input.disabled = input.name !== name;
    field.hidden = input.disabled;
  });
  form.querySelector('[type="submit"]').hidden = !name;
  form.elements.passkey.classList.toggle('quiet', Boolean(name));
  const other = form.querySelector('.switch');
  const isFirst = name === form.dataset.first;
  other.hidden = name === 'current_password' || (name === 'recovery_code' && (isFirst || !form.dataset.first));
  other.textContent = isFirst ? 'Use a recovery code' : 'Use the app';
}

function focusProof(form) {
  (form.querySelector('.field input:enabled') ?? form.elements.passkey).focus();
}

function changeField(form) {
  clearMessages(form);
  askFor(form, form.elements.recovery_code.disabled ? 'recovery_code' : 'code');
  focusProof(form);
}

for (const id of ['code', 'proof']) {
  byId(id).querySelector('.switch').addEventListener('click', () => changeField(byId(id)));
}
byId('code').addEventListener('reset', () => askFor(byId('code'), byId('code').dataset.first));
offerProofs(byId('code'), true, false);
byId('ask-cancel').addEventListener('click', () => dialog.close());
askForProofBy(askForProof);

// Also ends the actions that wait for a proof.
export const stopAsking = () => dialog.close();
