// Shows who the owner is, and changes the address.

import { api } from './account-api.js';
import { byId, dataOf, fillFields, showDone } from './account-dom.js';
import { showProfile } from './account-profile.js';

async function loadMe() {
  const me = await api('GET', '/auth/users/me/');
  fillFields(byId('me-fields'), me);
  byId('me-details').dataset.id = me.id;
  byId('me-details').hidden = false;
  return me;
}

export async function showMe() {
  const me = await loadMe();
  await showProfile(me.id);
}

export async function showAddress() {
  const me = await loadMe();
  byId('email-new-hint').textContent = me.email ? `Now ${me.email}` : 'There is none yet.';
  byId('confirm-present').hidden = !me.email;
  byId('confirm-present').value = me.email;
  document.querySelectorAll('.owner').forEach((input) => { input.value = me.username; });
}

export async function sendConfirmation(form, email) {
  await api('POST', '/auth/users/resend_activation/', { email });
  showDone(form, `Unless ${email} is confirmed already, a link is on its way to it.`);
}

export async function changeEmail(form, button) {
  if (button.id === 'confirm-present') {
    await sendConfirmation(form, button.value);
    return;
  }
  await api('PATCH', '/auth/users/me/', dataOf(form));
  await showAddress();
  showDone(form, 'Your address is changed. The former one is told.');
}
