// Shows the second factors of the owner, and changes the app for one-time codes and the recovery codes.

import './account-parts.js';
import { api, keepToken, tokenIn } from './account-api.js';
import { putCodesAway, showCodes } from './account-codes.js';
import { byId, dataOf, fillFields, showDone } from './account-dom.js';
import { sendConfirmation } from './account-owner.js';
import { putPasskeysAway, showPasskeys } from './account-passkeys.js';
import { qrCode } from './account-qr.js';

const MOST_CODES = 10;

let enrolment = null;

const actions = {
  verify: (form) => sendConfirmation(form, byId('confirm-present').value),
  begin,
  'replace-used': () => replaceCodes('replace_used/'),
  'replace-all': () => replaceCodes(''),
  remove,
};

export async function manageFactors(form, button) {
  await actions[button.name]?.(form);
  await showFactors();
}

async function showFactors() {
  const { totp_since, passkeys, recovery_codes_left } = await api('GET', '/auth/factors/');
  const isOn = totp_since || passkeys.length > 0;
  const app = totp_since ? { app_since: totp_since } : { app: null };
  fillFields(byId('factors-fields'), isOn ? { ...app, recovery_codes_left } : app);
  showPasskeys(passkeys);
  offer('begin', true, totp_since ? 'Set up another app' : 'Set up an app');
  offer('replace-used', isOn && recovery_codes_left < MOST_CODES);
  offer('replace-all', isOn);
  offer('remove', totp_since);
}

function offer(name, isOffered, text) {
  const button = byId('factors').elements[name];
  // The focus must not get lost with the button.
  if (!isOffered && document.activeElement === button) byId('factors-title').focus();
  button.hidden = !isOffered;
  if (!text) return;
  button.dataset.label = text;
  if (button.getAttribute('aria-disabled') !== 'true') button.textContent = text;
}

async function begin(form) {
  putAway();
  try {
    showKey(await api('POST', '/auth/factors/totp/'));
  } catch (problem) {
    form.elements.verify.hidden = !problem.errors?.email;
    throw problem;
  }
  byId('enrol').hidden = false;
  byId('enrol-title').focus();
}

function showKey(begun) {
  enrolment = begun.enrolment;
  byId('enrol-secret').textContent = begun.secret.match(/.{1,4}/g).join(' ');
  byId('enrol-link').href = begun.uri;
  byId('enrol-qr').replaceChildren(...qrCode(begun.uri, 'QR code of the key'));
}

export async function confirmEnrolment(form) {
  const enrolled = await api('POST', '/auth/factors/totp/confirm/', { enrolment, ...dataOf(form) });
  keepToken(tokenIn(enrolled));
  putAway();
  const codes = enrolled.recovery_codes;
  showDone(byId('factors'), codes.length ? 'Two-step login is on.' : 'The app is set up. Your recovery codes stay.');
  byId('factors-title').focus();
  showCodes(codes);
  byId('sessions').requestSubmit(byId('sessions-refresh'));
  await showFactors();
}

async function replaceCodes(which) {
  putAway();
  showCodes((await api('POST', `/auth/factors/recovery_codes/${which}`)).recovery_codes);
}

// A 404 means that it is removed already.
async function remove(form) {
  putAway();
  try {
    await api('DELETE', '/auth/factors/totp/');
  } catch (problem) {
    if (problem.status !== 404) throw problem;
  }
  showDone(form, byId('passkey-list').children.length ? 'The app is removed. Your passkeys and recovery codes stay.'
    : 'Two-step login is off, and the recovery codes are no longer good.');
}

// Neither a key nor a code stays on a page that shows something else.
export function putAway() {
  enrolment = null;
  byId('enrol').reset();
  byId('enrol').hidden = true;
  byId('factors').elements.verify.hidden = true;
  byId('enrol-link').removeAttribute('href');
  for (const id of ['enrol-secret', 'enrol-qr']) byId(id).replaceChildren();
  putCodesAway();
  putPasskeysAway();
}

export function clearFactors() {
  putAway();
  byId('factors-fields').replaceChildren();
  showPasskeys([]);
  for (const name of Object.keys(actions)) offer(name, false);
}

function closePart() {
  putAway();
  byId('factors-title').focus();
}

byId('enrol-cancel').addEventListener('click', closePart);
byId('codes-kept').addEventListener('click', closePart);
