import { JsonObject } from '@backstage/types';
import {
  FilesPreview,
  PlatformChoices,
  SocleScaffolderApi,
} from './socle-scaffolder-api';

/** The scaffolder's backend in memory, for development and tests. */
export class FakeScaffolderApi implements SocleScaffolderApi {
  asked: Array<{ kinds: readonly string[]; answers: JsonObject }> = [];

  choices: PlatformChoices = {
    clusters: [],
    domains: ['quay.example.org', 'dock.example.org'],
    projects: { default: 'platform', allowed: ['platform', 'workloads'] },
    reserved: {
      names: ['argocd', 'kube-*'],
      namespaces: ['default', 'kube-*'],
    },
    storageClass: 'replicated',
    repository: { url: 'https://git.example.org/quay/fleet', state: 'read' },
    apps: ['beacon', 'bell'],
    hosts: [
      { host: 'beacon.quay.example.org', path: 'apps/beacon/http-route.yaml' },
    ],
  };

  answer: FilesPreview = {
    files: [
      {
        path: 'apps/lantern/application.yaml',
        content: 'kind: Application\n',
        why: 'What Argo CD deploys.',
        state: 'new',
      },
      {
        path: 'apps/lantern/values.yaml',
        content: 'replicaCount: 1\n',
        why: 'Values of the chart.',
        state: 'same',
      },
    ],
    order: ['The values are written to Vault.', 'Argo CD follows.'],
    refusals: [],
    repository: { state: 'read' },
  };

  /** Thrown by every call while it is set. */
  failure?: Error;

  async preview(kinds: readonly string[], answers: JsonObject) {
    this.asked.push({ kinds, answers });
    if (this.failure) throw this.failure;
    return this.answer;
  }

  async platform() {
    if (this.failure) throw this.failure;
    return this.choices;
  }
}
