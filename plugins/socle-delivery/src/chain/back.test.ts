import { backFrom } from './back';

it.each([
  ['delivery', 'Application', 'apps'],
  ['delivery', 'Kustomization', 'flux'],
  ['delivery', 'HelmRelease', 'flux'],
  ['delivery', 'AppProject', 'sources'],
  ['delivery', 'GitRepository', 'sources'],
  ['secret', 'ExternalSecret', 'secrets'],
] as const)('from the %s chain of %s back to %s', (view, kind, tab) => {
  expect(backFrom(view, kind)).toBe(tab);
});
