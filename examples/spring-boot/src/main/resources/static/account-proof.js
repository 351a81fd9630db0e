// Asks for codes: in the second step of a login, and where the server wants to know that the owner is still there.

import './account-parts.js';
import { api, askForProofBy, failure, keepToken, tokenIn } from './account-api.js';
import { byId, clearMessages, dataOf } from './account-dom.js';

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
    login = { challenge: problem.errors.challenge, ...device };
    return null;
  }
}

export async function logInByCode(form) {
  try {
    return tokenIn(await api('POST', '/auth/token/factor/', { ...login, ...dataOf(form) }));
  } catch (problem) {
    const expired = problem.errors?.challenge;
    throw expired ? failure(401, { detail: expired.join(' ') }) : problem;
  }
}

// All requests that need a proof at one time wait for the same one.
function askForProof() {
  asking ??= ask().finally(() => { asking = null; });
  return asking;
}

async function ask() {
  const { totp_since } = await api('GET', '/auth/factors/');
  askFor(byId('proof'), totp_since ? 'code' : 'current_password');
  dialog.returnValue = '';
  dialog.showModal();
  focusField(byId('proof'));
  await new Promise((resolve) => { dialog.addEventListener('close', resolve, { once: true }); });
  byId('proof').reset();
  clearMessages(byId('proof'));
  if (dialog.returnValue !== CONFIRMED) throw new DOMException('No proof was given.', 'AbortError');
}

export async function giveProof(form) {
  keepToken(tokenIn(await api('POST', '/auth/token/confirm/', dataOf(form))));
  dialog.close(CONFIRMED);
}

// Shows one field of a form. What is disabled is not sent.
function askFor(form, name) {
  form.querySelectorAll('.field').forEach((field) => {
    const input = field.querySelector('input');
    input.disabled = input.name !== name;
    field.hidden = input.disabled;
  });
  const other = form.querySelector('.switch');
  other.hidden = name === 'current_password';
  other.textContent = name === 'code' ? 'Use a recovery code' : 'Use the app';
}

const focusField = (form) => form.querySelector('.field input:enabled').focus();

function changeField(form) {
  clearMessages(form);
  askFor(form, form.elements.code.disabled ? 'code' : 'recovery_code');
  focusField(form);
}

for (const id of ['code', 'proof']) {
  byId(id).querySelector('.switch').addEventListener('click', () => changeField(byId(id)));
}
byId('code').addEventListener('reset', () => askFor(byId('code'), 'code'));
byId('code').reset();
byId('ask-cancel').addEventListener('click', () => dialog.close());
askForProofBy(askForProof);

// Also ends the actions that wait for a proof.
export const stopAsking = () => dialog.close();
