// Shows forms with their errors, and records.

const LABELS = {
  username: 'Username', first_name: 'First name', last_name: 'Last name', email: 'Email', id: 'User id',
  towns: 'Towns', days_count: 'Days', date_joined: 'Joined', last_login: 'Last login', is_active: 'Active',
  is_staff: 'Staff', is_superuser: 'Superuser', groups: 'Groups', user_permissions: 'Permissions',
};
const TIMES = ['app_since', 'date_joined', 'last_login'];

export const townNames = new Map();
export const byId = (id) => document.getElementById(id);
export const dataOf = (form) => Object.fromEntries(new FormData(form));

export function element(tag, text = '', properties = {}) {
  return Object.assign(document.createElement(tag), { textContent: text, ...properties });
}

export function wire(form, action, onFailure) {
  const first = form.querySelector('.field, dl, ul, button');
  first.before(message('summary', 'alert'), message('done', 'status'));
  form.querySelectorAll('.field').forEach(prepareField);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.getAttribute('aria-busy') === 'true') return;
    clearMessages(form);
    // A browser may remember the content of a text field, so no password is submitted from one.
    form.querySelectorAll('.toggle').forEach((toggle) => showPassword(toggle, false));
    const button = event.submitter ?? form.querySelector('[type="submit"]');
    setBusy(form, button, true);
    try {
      await action(form, button);
    } catch (problem) {
      if (problem.name !== 'AbortError') onFailure(form, problem);
    } finally {
      setBusy(form, button, false);
    }
  });
  form.addEventListener('input', (event) => clearFieldError(form, event.target.name));
}

function message(className, role) {
  return element('p', '', { className, role, tabIndex: -1 });
}

// Gives each field a place for its error, and each password a button that shows it.
function prepareField(field) {
  const input = field.querySelector('input');
  const name = field.dataset.field ?? input.name;
  const error = element('p', '', { className: 'error', id: `${input?.id || field.id}-error` });
  error.dataset.error = name;
  const hint = field.querySelector('.hint');
  (input ?? field).setAttribute('aria-describedby', hint ? `${hint.id} ${error.id}` : error.id);
  if (input?.type === 'password') addToggle(input);
  field.append(error);
}

function addToggle(input) {
  const toggle = element('button', '', { type: 'button', className: 'toggle' });
  toggle.setAttribute('aria-controls', input.id);
  const secret = element('div', '', { className: 'secret' });
  input.replaceWith(secret);
  secret.append(input, toggle);
  showPassword(toggle, false);
  toggle.addEventListener('click', () => showPassword(toggle, toggle.textContent === 'Show'));
}

function showPassword(toggle, visible) {
  byId(toggle.getAttribute('aria-controls')).type = visible ? 'text' : 'password';
  toggle.textContent = visible ? 'Hide' : 'Show';
  toggle.setAttribute('aria-label', visible ? 'Hide password' : 'Show password');
}

// aria-disabled instead of disabled: the button keeps the focus.
function setBusy(form, button, busy) {
  button.dataset.label ??= button.textContent;
  button.textContent = busy ? button.dataset.busy : button.dataset.label;
  button.setAttribute('aria-disabled', String(busy));
  form.setAttribute('aria-busy', String(busy));
}

export function showDone(form, text) {
  form.reset();
  form.querySelector('.done').textContent = text;
}

export function showErrors(form, problem) {
  const general = [];
  for (const [name, value] of Object.entries(problem.errors)) {
    const text = messagesIn(value).join(' ');
    if (!text || showFieldError(form, name, text)) continue;
    general.push(['detail', 'non_field_errors', 'passkey'].includes(name) ? text : `${humanName(name)}: ${text}`);
  }
  const invalid = form.querySelector('[aria-invalid="true"]');
  const unexplained = `The server could not do this (status ${problem.status}). Please try again later.`;
  if (!invalid && !general.length) general.push(unexplained);
  const summary = form.querySelector('.summary');
  summary.textContent = general.join(' ');
  (invalid ?? summary).focus();
}

function showFieldError(form, name, text) {
  const slot = errorSlot(form, name);
  if (!slot) return false;
  controlsNamed(form, name).forEach((control) => control.setAttribute('aria-invalid', 'true'));
  slot.textContent = text;
  return true;
}

function clearFieldError(form, name) {
  controlsNamed(form, name).forEach((control) => control.removeAttribute('aria-invalid'));
  errorSlot(form, name)?.replaceChildren();
}

export function clearMessages(form) {
  form.querySelectorAll('[data-error]').forEach((slot) => clearFieldError(form, slot.dataset.error));
  form.querySelectorAll('.summary, .done').forEach((message) => { message.textContent = ''; });
}

const controlsNamed = (form, name) => form.querySelectorAll(`input[name="${CSS.escape(name)}"]`);
const errorSlot = (form, name) => form.querySelector(`[data-error="${CSS.escape(name)}"]`);

function messagesIn(value) {
  return typeof value === 'object' ? Object.values(value ?? {}).flatMap(messagesIn) : [String(value)];
}

export function townChoice(town) {
  const label = element('label');
  const box = element('input', '', { type: 'checkbox', name: 'towns', value: town.id });
  label.append(box, element('span', town.name), element('small', town.country));
  return label;
}

export function sessionItem(session) {
  const item = element('li');
  const times = element('p', '', { className: 'hint' });
  times.append('Since ', timeElement(session.created_at), ', last used ', timeElement(session.last_used_at));
  const text = element('div');
  text.append(element('p', session.label || 'Without a name', { className: 'label' }), times);
  const end = element('button', 'End', { type: 'submit', className: 'quiet', name: 'end', value: session.id });
  end.dataset.busy = 'Ending…';
  end.setAttribute('aria-label', `End ${session.label || 'the one without a name'}`);
  item.append(text, session.current ? element('p', 'This one', { className: 'current' }) : end);
  return item;
}

export function fillFields(list, record) {
  const names = new Set([...Object.keys(LABELS), ...Object.keys(record)].filter((name) => name in record));
  list.replaceChildren(...[...names].map((name) => {
    const row = element('div');
    row.append(element('dt', LABELS[name] ?? humanName(name)), fieldValue(name, record[name]));
    return row;
  }));
}

function fieldValue(name, value) {
  const cell = element('dd');
  if (TIMES.includes(name) && value) cell.append(timeElement(value));
  else cell.textContent = valueText(name, value);
  cell.classList.toggle('none', value === null || value === '' || value.length === 0);
  return cell;
}

function valueText(name, value) {
  if (value === null) return name === 'last_login' ? 'Never' : 'None';
  if (value === '') return 'Not given';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (!Array.isArray(value)) return typeof value === 'object' ? JSON.stringify(value) : String(value);
  const texts = name === 'towns' ? value.map((id) => townNames.get(id) ?? `Town ${id}`) : value;
  return texts.join('; ') || 'None';
}

export function timeElement(iso) {
  const local = new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  return element('time', local, { dateTime: iso, title: iso.replace('T', ' ').replace('Z', ' UTC') });
}

function humanName(name) {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
