import {
  api, currentToken, deviceName, endOtherSessions, endSession, failure, fetchSessions, forgetToken, keepToken, holdsLink,
  takeLink, useLink,
} from './account-api.js';
import {
  byId, clearMessages, dataOf, fillFields, sessionItem, showDone, showErrors, wire,
} from './account-dom.js';
import { clearFactors, confirmEnrolment, manageFactors, putAway } from './account-factors.js';
import { changeEmail, showAddress, showMe } from './account-owner.js';
import { clearProfile, loadTowns, saveProfile } from './account-profile.js';
import { addPasskey, managePasskeys, renamePasskey } from './account-passkeys.js';
import { askInView, giveProof, logInByFactor, logInByPasskey, logInByPassword, stopAsking } from './account-proof.js';

const SESSION_ENDED = 'Your session has ended. Please log in again.';
const OWNER_VIEWS = ['account', 'security'];
const PUBLIC_VIEWS = ['log-in', 'register', 'forgot'];

// The content of a one-time link. It is kept nowhere else, and lost when the page is left.
const link = takeLink();
let currentView = null;

function handleFailure(form, problem) {
  if (!problem.errors) throw problem;
  if (problem.status === 401) leave((!currentToken() && problem.errors.detail) || SESSION_ENDED);
  else showErrors(form, problem);
}

async function register(form) {
  const data = new FormData(form);
  const towns = data.getAll('towns').map(Number);
  const user = await api('POST', '/auth/users/', { ...Object.fromEntries(data), towns });
  form.reset();
  go('log-in', `Account ${user.username} is ready. Log in to go on.`);
  byId('log-in-username').value = user.username;
  byId('log-in-password').focus();
}

async function logIn(form, button) {
  enter(form, await (button.name === 'passkey' ? logInByPasskey(form) : logInByPassword(form)));
}

async function completeLogin(form, button) {
  enter(form, await logInByFactor(form, button));
}

function enter(form, token) {
  if (token) keepToken(token);
  form.reset();
  go(token ? 'account' : 'code');
  if (!token) askInView();
}

async function logOut() {
  await api('POST', '/auth/token/logout/');
  leave('You are logged out.');
}

async function askForLink(form, button) {
  const { email } = dataOf(form);
  await api('POST', `/auth/users/${button.value}/`, { email });
  showDone(form, `If an account has the address ${email}, a link is on its way to it. It is good for half an hour.`);
}

async function resetPassword(form) {
  await useLink(link, '/auth/users/reset_password_confirm/', dataOf(form));
  leave('Your password is set. Log in with it.');
}

async function resetUsername(form) {
  await useLink(link, '/auth/users/reset_username_confirm/', dataOf(form));
  form.reset();
  go(currentToken() ? 'account' : 'log-in', 'Your username is set.');
}

async function confirmAddress() {
  await useLink(link, '/auth/users/activation/');
  go(currentToken() ? 'account' : 'log-in', 'Your address is confirmed.');
}

async function manageSessions(form, button) {
  if (button.name === 'end') await endSession(button.value);
  if (button.name === 'others') await endOtherSessions();
  const [sessions] = await Promise.all([fetchSessions(), showAddress()]);
  byId('session-list').replaceChildren(...sessions.map(sessionItem));
  byId('end-others').hidden = sessions.every((session) => session.current);
  // The clicked button is gone, and it had the focus.
  if (button.name) byId('sessions-title').focus();
}

async function changePassword(form) {
  await api('POST', '/auth/users/set_password/', dataOf(form));
  showDone(form, 'Your password is changed. You stay logged in here, and nowhere else.');
  byId('sessions').requestSubmit(byId('sessions-refresh'));
}

async function deleteAccount(form) {
  await api('DELETE', '/auth/users/me/', dataOf(form));
  leave('Your account is deleted.');
}

async function lookUp(form) {
  const id = form.elements['user-id'].value.trim();
  byId('user').hidden = true;
  // Only digits: anything else, such as "..", could lead to another path of the server.
  if (!/^\d+$/.test(id)) throw failure(400, { 'user-id': 'Enter a whole number, such as 1.' });
  try {
    showUser(await api('GET', `/user/${id}/`));
  } catch (problem) {
    throw problem.status === 404 ? failure(404, { 'user-id': `Not found. No user has the id ${id}.` }) : problem;
  }
}

function showUser(user) {
  fillFields(byId('user-fields'), user);
  byId('user-title').textContent = user.username;
  byId('user').hidden = false;
  byId('user-title').focus();
}

function leave(message) {
  forgetToken();
  for (const id of ['me-fields', 'user-fields', 'user-title', 'session-list', 'email-new-hint']) byId(id).replaceChildren();
  for (const id of ['me-details', 'user', 'end-others', 'confirm-present']) byId(id).hidden = true;
  byId('confirm-present').value = '';
  clearProfile();
  clearFactors();
  stopAsking();
  for (const form of document.forms) { form.reset(); clearMessages(form); }
  go('log-in', message);
}

function go(view, message = '') {
  history.replaceState(null, '', `#${view}`);
  showView(view, message);
}

function followAddress() {
  const views = currentToken() ? OWNER_VIEWS : PUBLIC_VIEWS;
  const view = views.find((name) => location.hash === `#${name}`) ?? views[0];
  if (view !== currentView) showView(view);
}

function showView(view, message = '') {
  const firstView = currentView === null;
  currentView = view;
  byId('notice').textContent = message;
  byId('log-out').hidden = !currentToken();
  document.querySelectorAll('[data-view]').forEach((section) => { section.hidden = section.dataset.view !== view; });
  document.querySelectorAll('#nav a').forEach((anchor) => {
    anchor.hidden = 'owner' in anchor.dataset !== Boolean(currentToken());
    anchor.ariaCurrent = anchor.hash === `#${view}` ? 'page' : null;
  });
  const heading = document.querySelector(`[data-view="${view}"] h1`);
  document.title = `${heading.textContent} · Accounts`;
  if (!firstView) heading.focus();
  loadTowns();
  putAway();
  if (view === 'account') byId('me').requestSubmit();
  if (view !== 'security') return;
  byId('sessions').requestSubmit(byId('sessions-refresh'));
  byId('factors').requestSubmit(byId('factors-refresh'));
}

byId('log-in-label').defaultValue = deviceName();
const actions = {
  'log-in': logIn, register, forgot: askForLink, reset: resetPassword, username: resetUsername, verify: confirmAddress,
  code: completeLogin, proof: giveProof, factors: manageFactors, enrol: confirmEnrolment,
  'passkeys-present': managePasskeys, 'passkey-rename': renamePasskey, 'passkey-add': addPasskey,
  me: showMe, lookup: lookUp, profile: saveProfile,
  sessions: manageSessions, password: changePassword, email: changeEmail, delete: deleteAccount, 'log-out': logOut,
};
for (const [id, action] of Object.entries(actions)) wire(byId(id), action, handleFailure);
byId('me-details').addEventListener('click', (event) => {
  byId('lookup-id').value = event.currentTarget.dataset.id;
  byId('lookup').requestSubmit();
});
addEventListener('hashchange', () => (holdsLink() ? location.reload() : followAddress()));
if (link) showView(link.purpose);
else followAddress();
