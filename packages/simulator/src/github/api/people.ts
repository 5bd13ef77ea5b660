import { Addresses } from '../addresses';

/** The account behind the stand-in's one token. */
export const ACCOUNT = {
  login: 'socle-demo',
  name: 'Socle demo',
  email: 'socle-demo@users.noreply.github.com',
};

/** A number that is the same for a name. */
export function idOf(name: string): number {
  return [...name].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 10_000_000,
    7,
  );
}

export function nodeId(type: string, of: string | number): string {
  return Buffer.from(`0:${type}${of}`).toString('base64');
}

export function userShape(
  login: string,
  addresses: Addresses,
  type: 'User' | 'Organization' = 'User',
) {
  return {
    login,
    id: idOf(login),
    node_id: nodeId(type, idOf(login)),
    avatar_url: '',
    gravatar_id: '',
    url: addresses.api(`/users/${login}`),
    html_url: addresses.html(`/${login}`),
    type,
    site_admin: false,
  };
}
