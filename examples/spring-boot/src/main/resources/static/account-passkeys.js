// Shows, adds, renames and removes the passkeys of the owner.

import './account-parts.js';
import { api, deviceName, keepToken, tokenIn } from './account-api.js';
import { putCodesAway, showCodes } from './account-codes.js';
import { byId, dataOf, element, showDone, timeElement } from './account-dom.js';
import { sendConfirmation } from './account-owner.js';
import { canUsePasskeys, createPasskey } from './account-webauthn.js';

let renamed = null;

export function showPasskeys(passkeys) {
  byId('passkey-list').replaceChildren(...passkeys.map(passkeyItem));
}

function passkeyItem({ id, name, synced, created_at, last_used_at }) {
  const times = element('p', '', { className: 'hint' });
  times.append('Since ', timeElement(created_at), ', ');
  times.append(...(last_used_at ? ['last used ', timeElement(last_used_at)] : ['never used']));
  if (synced) times.append(', copied to your other devices');
  const text = element('div');
  text.append(element('p', name, { className: 'label' }), times);
  const actions = element('div', '', { className: 'actions' });
  actions.append(action('rename', 'Rename', 'Opening…', id, name), action('remove', 'Remove', 'Removing…', id, name));
  const item = element('li');
  item.append(text, actions);
  return item;
}

function action(name, label, busy, id, passkey) {
  const button = element('button', label, { type: 'submit', className: 'quiet', name, value: id });
  button.dataset.busy = busy;
  button.dataset.passkey = passkey;
  button.setAttribute('aria-label', `${label} ${passkey}`);
  return button;
}

export async function managePasskeys(form, button) {
  closeRename();
  if (button.name === 'rename') openRename(button);
  else await remove(form, button.value);
}

// A 404 means that it is removed already.
async function remove(form, id) {
  putCodesAway();
  try {
    await api('DELETE', `/auth/factors/passkeys/${encodeURIComponent(id)}/`);
  } catch (problem) {
    if (problem.status !== 404) throw problem;
  }
  showDone(form, 'The passkey is removed here. Your device may still list it.');
  // The clicked button goes, and it has the focus.
  byId('passkeys-title').focus();
  refresh();
}

export async function addPasskey(form, button) {
  if (button.name === 'verify') {
    await sendConfirmation(form, byId('confirm-present').value);
    return;
  }
  closeRename();
  putCodesAway();
  const passkey = await createPasskey((await begin(form)).public_key);
  const registered = await api('POST', '/auth/factors/passkeys/confirm/', { passkey, ...dataOf(form) });
  keepToken(tokenIn(registered));
  showDone(form, 'The passkey is added.');
  showCodes(registered.recovery_codes);
  byId('sessions').requestSubmit(byId('sessions-refresh'));
  refresh();
}

async function begin(form) {
  form.elements.verify.hidden = true;
  try {
    return await api('POST', '/auth/factors/passkeys/');
  } catch (problem) {
    form.elements.verify.hidden = !problem.errors?.email;
    throw problem;
  }
}

function openRename(button) {
  renamed = button.value;
  byId('rename-name').value = button.dataset.passkey;
  byId('passkey-rename').hidden = false;
  byId('rename-name').select();
}

export async function renamePasskey(form) {
  await api('PATCH', `/auth/factors/passkeys/${encodeURIComponent(renamed)}/`, dataOf(form));
  closeRename();
  showDone(byId('passkeys-present'), 'The passkey has its new name.');
  byId('passkeys-title').focus();
  refresh();
}

function closeRename() {
  renamed = null;
  byId('passkey-rename').reset();
  byId('passkey-rename').hidden = true;
}

const refresh = () => byId('factors').requestSubmit(byId('factors-refresh'));

export function putPasskeysAway() {
  closeRename();
  byId('passkey-add').elements.verify.hidden = true;
}

byId('passkeys').hidden = !canUsePasskeys;
byId('log-in').elements.passkey.hidden = !canUsePasskeys;
byId('passkey-name').defaultValue = deviceName();
byId('rename-cancel').addEventListener('click', () => {
  closeRename();
  byId('passkeys-title').focus();
});
