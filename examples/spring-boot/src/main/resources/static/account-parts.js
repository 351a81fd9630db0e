// Puts the parts of the page that lie in account-factors.html into their places, before the modules that use them run.

const response = await fetch('account-factors.html', { cache: 'no-store' });
if (!response.ok) throw new Error(`account-factors.html: status ${response.status}`);
const parts = new DOMParser().parseFromString(await response.text(), 'text/html');

document.querySelector('main').append(parts.querySelector('section'));
document.body.append(parts.getElementById('ask'));
document.getElementById('password').before(parts.getElementById('two-step'), parts.getElementById('passkeys'));
