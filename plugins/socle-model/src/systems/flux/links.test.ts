import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { RawObject } from '../../reading/raw';
import { flux } from '.';

function linksIn(file: string): string[] {
  const store = new ResourceStore(new SystemRegistry([flux]));
  const text = readFileSync(join(__dirname, '__fixtures__', file), 'utf8');
  return loadAll(text).flatMap(raw => {
    const resource = store.apply(raw as RawObject)!;
    return store
      .linksOf(resource)
      .map(
        ({ rel, to, depends }) =>
          `${resource.kind.kind} ${rel} ${to} ${depends ?? '-'}`,
      );
  });
}

it('links what is applied to its sources, and sources to their credentials', () => {
  expect(linksIn('healthy-all-ready.yaml')).toEqual([
    'Kustomization source source.toolkit.fluxcd.io/GitRepository/apps/fleet target',
    'HelmRelease source source.toolkit.fluxcd.io/HelmRepository/apps/charts target',
    'HelmRelease source source.toolkit.fluxcd.io/HelmChart/apps/apps-mailer target',
    'HelmRelease usesSecret /Secret/apps/mailer-values target',
    'HelmRelease usesConfigMap /ConfigMap/apps/common -',
    'GitRepository usesSecret /Secret/apps/fleet-key target',
    'HelmChart source source.toolkit.fluxcd.io/HelmRepository/apps/charts target',
    'ImagePolicy scans image.toolkit.fluxcd.io/ImageRepository/apps/it target',
    'ImageUpdateAutomation source source.toolkit.fluxcd.io/GitRepository/apps/fleet target',
    'Receiver usesSecret /Secret/apps/hook target',
  ]);
});

it('links to other namespaces, to what comes first, and to the Application that manages it', () => {
  expect(linksIn('healthy-run-asked-for.yaml')).toEqual([
    'Kustomization source source.toolkit.fluxcd.io/OCIRepository/flux-system/fleet target',
    'Kustomization dependsOn kustomize.toolkit.fluxcd.io/Kustomization/apps/base target',
    'Kustomization usesSecret /Secret/apps/age target',
    'Kustomization managedBy argoproj.io/Application/argocd/root source',
  ]);
});
