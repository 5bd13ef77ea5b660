import { defineKind, KindDefinition } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  failed,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { cut, withoutCredentials } from '../../reading/conditions';
import { RawObject, stringAt, valueAt } from '../../reading/raw';

export type BackupFacts = { phase?: string; message?: string };

const BACKUPS = {
  group: 'backups.cozystack.io',
  versions: ['v1alpha1'],
  namespaced: true,
};

function phaseOf(raw: RawObject): BackupFacts {
  // A job that was just made has an empty phase.
  const phase = valueAt(raw, 'status', 'phase');
  const message = stringAt(raw, 'status', 'message');
  return {
    ...(typeof phase === 'string' ? { phase } : {}),
    ...(message
      ? { message: cut(withoutCredentials(message).replace(/\s+/g, ' '), 240) }
      : {}),
  };
}

/** A kind that comes to an end, by its phase. */
function byPhase(
  kind: string,
  plural: string,
  prefix: string,
  words: { done: string; doneText: string; failedText: string },
): KindDefinition {
  return defineKind<BackupFacts>({
    ...BACKUPS,
    kind,
    plural,
    // Data take the time they take.
    patienceMinutes: 0,
    project: phaseOf,
    health: of => judgePhase(of, prefix, words),
    reasons: [
      {
        code: `${prefix}Done`,
        cause: words.doneText,
        evidence: 'status.phase',
        remedy: false,
      },
      {
        code: `${prefix}Running`,
        cause: 'It waits or runs.',
        evidence: 'status.phase',
        remedy: false,
      },
      {
        code: `${prefix}Failed`,
        cause: words.failedText,
        evidence: 'status.message',
      },
      {
        code: `${prefix}StateUnknown`,
        cause: 'The phase has a value that is not known.',
        evidence: 'status.phase',
        remedy: false,
      },
    ],
  });
}

function judgePhase(
  { facts }: Resource<BackupFacts>,
  prefix: string,
  words: { done: string; doneText: string; failedText: string },
): Verdict {
  const { phase, message } = facts;
  const evidence = [{ path: 'status.phase', value: phase ?? null }];
  switch (phase) {
    case words.done:
      return healthy(`${prefix}Done`, words.doneText);
    case 'Failed':
      return failed(
        `${prefix}Failed`,
        `${words.failedText.replace(/\.$/, '')}: ${
          message?.replace(/[.\s]+$/, '') ?? 'no cause given'
        }.`,
        {
          evidence: [
            ...evidence,
            { path: 'status.message', value: message ?? null },
          ],
        },
      );
    case '':
    case 'Pending':
    case 'Running':
      return progressing(
        `${prefix}Running`,
        phase === 'Running' ? 'It runs.' : 'It waits to be started.',
        { evidence },
      );
    default:
      return unknown(
        `${prefix}StateUnknown`,
        phase === undefined
          ? 'No phase is told.'
          : `Phase "${phase}" is none that is known.`,
        { evidence },
      );
  }
}

/** The provider's backups of a tenant's applications. */
export const backupKinds: KindDefinition[] = [
  defineKind<{ schedule?: string }>({
    ...BACKUPS,
    kind: 'Plan',
    plural: 'plans',
    title: 'Backup plans',
    stateless: true,
    project: raw => ({ schedule: stringAt(raw, 'spec', 'schedule', 'cron') }),
    shows: ['schedule'],
  }),
  byPhase('BackupJob', 'backupjobs', 'CozystackBackupJob', {
    done: 'Succeeded',
    doneText: 'The backup was taken.',
    failedText: 'The backup could not be taken.',
  }),
  byPhase('Backup', 'backups', 'CozystackBackup', {
    done: 'Ready',
    doneText: 'The backup can be restored from.',
    failedText: 'The backup cannot be restored from.',
  }),
  byPhase('RestoreJob', 'restorejobs', 'CozystackRestoreJob', {
    done: 'Succeeded',
    doneText: 'The restore is complete.',
    failedText: 'The restore could not be completed.',
  }),
];
