import { defineKind, KindDefinition } from '../../definition/kind';
import {
  applicationFactsOf,
  ApplicationFacts,
  judgeApplication,
  releaseKey,
} from './application-health';
import { application, APPLICATIONS } from './catalogue';

/** The managed services of a tenant. Their spec is the values of a chart: nothing of it is kept. */
export const applicationKinds: KindDefinition[] = Object.entries(
  APPLICATIONS,
).map(([kind, [plural, prefix]]) =>
  defineKind<ApplicationFacts>({
    ...application(kind, plural),
    project: applicationFactsOf,
    provides: ({ meta }) => [
      releaseKey(meta.namespace, `${prefix}${meta.name}`),
    ],
    health: judgeApplication,
    shows: ['version'],
  }),
);
