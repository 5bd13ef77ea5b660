import { nextLink } from './next-link';

const API = '/api/v2.0/projects';

describe('nextLink', () => {
  it.each<[string, string | string[] | undefined, string | undefined]>([
    ['none', undefined, undefined],
    ['a path', `<${API}?page=2>; rel="next"`, `${API}?page=2`],
    [
      'the second of two',
      `<${API}?page=1>; rel="prev" , <${API}?page=3&q=a%2Cb>; rel="next"`,
      `${API}?page=3&q=a%2Cb`,
    ],
    [
      'two headers',
      [`<${API}>; rel="last"`, `<${API}?p=2>; rel=next`],
      `${API}?p=2`,
    ],
    ['the last page', `<${API}?page=1>; rel="prev"`, undefined],
    [
      'the name that a server has for itself',
      `<http://core.local:8080${API}?page=2>; title="x"; rel="start next"`,
      `${API}?page=2`,
    ],
    ['a word that begins so', `<${API}?page=2>; rel="nextish"`, undefined],
    [
      'a comma within',
      `<${API}?q=a,b&page=2>; rel="next"`,
      `${API}?q=a,b&page=2`,
    ],
    ['what is no link', 'next', undefined],
    ['what is no address', '<http://[>; rel="next"', undefined],
  ])('reads %s', (_what, header, next) => {
    expect(nextLink(header, 'https://registry.example.org').next).toBe(next);
  });

  it.each([
    ['/below/a?p=2', '/a?p=2'],
    ['/a?p=2', '/a?p=2'],
    ['/belowish/a', '/belowish/a'],
  ])('takes %s for one below the address', (target, next) => {
    const header = `<${target}>; rel="next"`;
    expect(nextLink(header, 'https://x.example.org/below').next).toBe(next);
  });
});
