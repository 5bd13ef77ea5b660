import {
  isObject,
  objectAt,
  objectsAt,
  RawObject,
} from '@socle/backstage-plugin-socle-model';
import { Path } from '../../literals/find-literals';
import { ReadDocument } from '../reading/read-file';
import { Repository } from '../reading/repository';

/** The template of the pods of a workload. */
export interface PodTemplate {
  document: ReadDocument;
  /** Where the pod's metadata and spec are. */
  at: Path;
  template: RawObject;
  /** It is meant to run for ever. */
  longRunning: boolean;
}

const PATHS: Record<string, string[]> = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  Pod: [],
};

const BUILT_IN = /^(v1|apps\/v1|batch\/v1)$/;

/** The pod templates of plain manifests. */
export function podTemplates({ manifests }: Repository): PodTemplate[] {
  return manifests.flatMap(document => {
    const { value } = document;
    const kind = String(value.kind);
    const at = Object.hasOwn(PATHS, kind) ? PATHS[kind] : undefined;
    if (!at || !BUILT_IN.test(String(value.apiVersion))) {
      return [];
    }
    const template = objectAt(value, ...at);
    return isObject(template.spec)
      ? [
          {
            document,
            at,
            template,
            longRunning: /^(Deployment|StatefulSet|DaemonSet)$/.test(kind),
          },
        ]
      : [];
  });
}

/** The containers of a template, with where they are. */
export function containersOf(
  { template, at }: PodTemplate,
  kinds: readonly string[] = ['initContainers', 'containers'],
): Array<{ container: RawObject; at: Path; kind: string }> {
  return kinds.flatMap(kind =>
    objectsAt(template, 'spec', kind).map((container, index) => ({
      container,
      at: [...at, 'spec', kind, index],
      kind,
    })),
  );
}
