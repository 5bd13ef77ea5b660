import { defineKind } from '../../definition/kind';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { linkTo } from '../../definition/link';
import { cronInterval } from '../../reading/cron';
import { numberAt, stringAt, stringsAt } from '../../reading/raw';
import { LONGHORN } from './api';

/** A schedule. It has no state: how often it ran says nothing of what came of it. */
export type RecurringJobFacts = {
  task?: string;
  cron?: string;
  /** The longest time between two runs. */
  intervalMillis?: number;
  takesBackups?: true;
  groups: string[];
  retain?: number;
  /** The mark of the Application, Kustomization or HelmRelease that it comes from. */
  trackingId?: string;
};

export const recurringJob = defineKind<RecurringJobFacts>({
  ...LONGHORN,
  kind: 'RecurringJob',
  plural: 'recurringjobs',
  stateless: true,
  project: raw => {
    const task = stringAt(raw, 'spec', 'task');
    const cron = stringAt(raw, 'spec', 'cron');
    return {
      task,
      cron,
      intervalMillis: cronInterval(cron),
      ...(task === 'backup' || task === 'backup-force-create'
        ? { takesBackups: true }
        : {}),
      groups: stringsAt(raw, 'spec', 'groups'),
      retain: numberAt(raw, 'spec', 'retain'),
      trackingId: trackingIdOf(raw, LONGHORN.group, 'RecurringJob'),
    };
  },
  provides: ({ facts }) =>
    facts.groups.map(group => `longhornJobGroup:${group}`),
  links: ({ meta, facts }) => [
    ...managedBy(facts.trackingId),
    linkTo('runsAs', {
      group: 'batch',
      kind: 'CronJob',
      namespace: meta.namespace,
      name: meta.name,
    }),
  ],
  shows: ['task', 'cron', 'retain'],
});
