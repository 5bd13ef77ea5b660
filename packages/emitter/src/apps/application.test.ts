import { parse } from 'yaml';
import { plain } from '../__testUtils__/plain-answers';
import { emit } from '../emission/emit';

const raw = plain['app:raw-manifests'];

function objectIn(file: string, more: object) {
  const { files, refusals } = emit('app:raw-manifests', { ...raw, ...more });
  expect(refusals).toEqual([]);
  const found = files.find(({ path }) => path.endsWith(`/${file}`));
  return parse(found?.content ?? '');
}

it('the live Application says for the catalog what the form said', () => {
  const { metadata } = objectIn('application.yaml', {
    title: 'Lamps: "on" & off',
    description: 'Keeps # ships away.',
    catalog: {
      owner: 'group:default/coast',
      lifecycle: 'experimental',
      system: 'system:default/coast',
      type: 'website',
      area: 'observability',
      docs: 'component:default/lamps',
    },
  });
  expect(metadata.annotations).toMatchObject({
    'socle.dev/title': 'Lamps: "on" & off',
    'socle.dev/description': 'Keeps # ships away.',
    'socle.dev/owner': 'group:default/coast',
    'socle.dev/lifecycle': 'experimental',
    'socle.dev/catalog-system': 'system:default/coast',
    'socle.dev/type': 'website',
    'socle.dev/area': 'observability',
    'socle.dev/docs': 'component:default/lamps',
  });
});

it('what the form did not say is not said', () => {
  const { metadata } = objectIn('application.yaml', {
    title: undefined,
    description: undefined,
    catalog: undefined,
  });
  expect(
    Object.keys(metadata.annotations).filter(key =>
      key.startsWith('socle.dev/'),
    ),
  ).toEqual([]);
});

it.each([
  ['labels of its own', { tier: 'front' }],
  ['the usual labels', undefined],
])('with %s, the catalog finds what runs by its instance', (_, podLabels) => {
  const instance = { 'app.kubernetes.io/instance': raw.name };
  const deployment = objectIn('deployment.yaml', { podLabels });
  const service = objectIn('service.yaml', { podLabels });
  expect(deployment.metadata.labels).toMatchObject(instance);
  expect(deployment.spec.template.metadata.labels).toMatchObject(instance);
  expect(service.metadata.labels).toMatchObject(instance);
  const picked = podLabels ?? {
    'app.kubernetes.io/name': raw.name,
    ...instance,
  };
  expect(deployment.spec.selector.matchLabels).toEqual(picked);
  expect(service.spec.selector).toEqual(picked);
});
