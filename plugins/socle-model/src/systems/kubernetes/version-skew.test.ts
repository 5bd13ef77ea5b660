import { skewOf } from './version-skew';

it.each([
  ['v1.35.1', 'v1.35.3', undefined],
  ['v1.32.9', 'v1.35.3', undefined],
  ['v1.34.3+k3s1', 'v1.35.3+k3s1', undefined],
  ['v1.31.0', 'v1.35.3', 'is 4 minor versions older'],
  ['v1.36.0', 'v1.35.3', 'is newer than'],
  [undefined, 'v1.35.3', undefined],
  ['v1.35.1', undefined, undefined],
  ['latest', 'v1.35.3', undefined],
])('a kubelet %s beside an API server %s', (kubelet, apiServer, want) => {
  const said = skewOf(kubelet, apiServer, 3) ?? '';
  expect(want === undefined ? said === '' : said.includes(want)).toBe(true);
});
