// Asks the browser for passkeys. Options and answers are JSON, as the server has them (W3C Web Authentication Level 3, 5.1).

import { failure, sessionSignal } from './account-api.js';

const TROUBLES = {
  NotAllowedError: 'No passkey was used. You can try again.',
  InvalidStateError: 'This device has a passkey of your account already.',
};
const OTHER_TROUBLE = 'The browser cannot use a passkey for this page.';
const BYTES = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];

// Browsers have it only where the page comes over HTTPS or from localhost.
export const canUsePasskeys = 'PublicKeyCredential' in window;

export function createPasskey(options) {
  return answerTo((signal) => navigator.credentials.create({ publicKey: creationOptions(options), signal }));
}

export function usePasskey(options) {
  return answerTo((signal) => navigator.credentials.get({ publicKey: requestOptions(options), signal }));
}

// The end of the session also ends the question.
async function answerTo(ask) {
  try {
    const credential = await ask(sessionSignal());
    return credential.toJSON?.() ?? toJson(credential);
  } catch (trouble) {
    if (trouble.name === 'AbortError') throw trouble;
    throw failure(0, { detail: TROUBLES[trouble.name] ?? OTHER_TROUBLE });
  }
}

// Older browsers, such as Safari 17, do not convert JSON to bytes and back, so the page can do it as well.
function creationOptions(options) {
  if (PublicKeyCredential.parseCreationOptionsFromJSON) return PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const { challenge, user, excludeCredentials } = options;
  return {
    ...options,
    challenge: bytes(challenge),
    user: { ...user, id: bytes(user.id) },
    excludeCredentials: excludeCredentials.map(withBytes),
  };
}

function requestOptions(options) {
  if (PublicKeyCredential.parseRequestOptionsFromJSON) return PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const { challenge, allowCredentials } = options;
  return { ...options, challenge: bytes(challenge), allowCredentials: allowCredentials.map(withBytes) };
}

function toJson({ id, type, response }) {
  const texts = BYTES.filter((name) => response[name]).map((name) => [name, base64Url(response[name])]);
  return { id, type, response: { ...Object.fromEntries(texts), transports: response.getTransports?.() ?? [] } };
}

const withBytes = (credential) => ({ ...credential, id: bytes(credential.id) });

function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}

function base64Url(buffer) {
  const text = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
