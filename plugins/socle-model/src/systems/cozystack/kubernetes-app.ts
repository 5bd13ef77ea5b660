import { defineKind } from '../../definition/kind';
import { declaredCopies } from '../../judging/declared-copies';
import { numberAt, objectAt, stringAt } from '../../reading/raw';
import {
  APPLICATION_REASONS,
  applicationFactsOf,
  ApplicationFacts,
  judgeApplication,
  releaseKey,
} from './application-health';
import { application } from './catalogue';

export type KubernetesFacts = ApplicationFacts & {
  /** The provider's class behind the tenant's default class. */
  storageClass?: string;
  controlPlanes?: number;
  nodeGroups: string[];
};

/** A tenant's Kubernetes cluster, which runs in virtual machines of the provider. */
export const kubernetesApp = defineKind<KubernetesFacts>({
  ...application('Kubernetes', 'kuberneteses'),
  title: 'Tenant clusters',
  project: raw => ({
    ...applicationFactsOf(raw),
    storageClass: stringAt(raw, 'spec', 'storageClass'),
    controlPlanes: numberAt(raw, 'spec', 'controlPlane', 'replicas'),
    nodeGroups: Object.keys(objectAt(raw, 'spec', 'nodeGroups')),
  }),
  provides: ({ meta }) => [
    releaseKey(meta.namespace, `kubernetes-${meta.name}`),
  ],
  health: (of, context) => {
    const verdict = judgeApplication(of, context);
    const { storageClass } = of.facts;
    if (!storageClass) {
      return verdict;
    }
    const { how, says } = declaredCopies(storageClass, context.thresholds);
    return {
      ...verdict,
      ...(how === 'single' ? { flags: ['notReplicated'] } : {}),
      warnings: [`Its volumes are of class ${storageClass}: ${says}.`],
    };
  },
  reasons: APPLICATION_REASONS,
  shows: ['version', 'controlPlanes', 'nodeGroups'],
});
