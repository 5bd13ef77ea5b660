import { defineKind } from '../../definition/kind';
import { degraded, healthy, unknown } from '../../judging/verdict';
import { stringAt } from '../../reading/raw';
import { allTold, inVelero, VELERO } from './api';
import { definedInGit } from './defined-in-git';
import { waiting } from './waiting';

export type DeleteRequestFacts = {
  backupName?: string;
  phase?: string;
  errors?: string;
};

/** A wish to delete a backup and its data. */
export const deleteBackupRequest = defineKind<DeleteRequestFacts>({
  ...VELERO,
  kind: 'DeleteBackupRequest',
  plural: 'deletebackuprequests',
  project: raw => ({
    backupName: stringAt(raw, 'spec', 'backupName'),
    phase: stringAt(raw, 'status', 'phase'),
    errors: allTold(raw, 'status', 'errors'),
  }),
  links: of => inVelero('deletes', of, 'Backup', of.facts.backupName),
  health: (of, context) => {
    const { phase, errors } = of.facts;
    const evidence = [{ path: 'status.phase', value: phase ?? null }];
    const inGit = definedInGit(of.meta);
    if (inGit) {
      return inGit;
    }
    if (phase === undefined || phase === 'New' || phase === 'InProgress') {
      return waiting(of, context, {
        reason: 'VeleroDeleteRequestRunning',
        lateReason: 'VeleroDeleteRequestStuck',
        message: 'The backup is being deleted',
        since: of.meta.created,
        limitMillis: context.thresholds.veleroDeletionMinutes * 60_000,
        evidence,
      });
    }
    if (phase !== 'Processed') {
      return unknown(
        'VeleroDeleteRequestPhaseUnknown',
        `Phase "${phase}" is not known.`,
        { evidence },
      );
    }
    return errors
      ? degraded(
          'VeleroDeleteRequestFailed',
          `Not all of the backup could be deleted: ${errors}.`,
          { evidence: [...evidence, { path: 'status.errors', value: errors }] },
        )
      : healthy('VeleroDeleteRequestProcessed', 'The backup is deleted.');
  },
  reasons: [
    {
      code: 'VeleroDeleteRequestRunning',
      cause: 'The backup is being deleted.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'VeleroDeleteRequestStuck',
      cause: 'The request is not acted upon.',
      evidence: 'status.phase',
    },
    {
      code: 'VeleroDeleteRequestProcessed',
      cause: 'The backup is deleted.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'VeleroDeleteRequestFailed',
      cause: 'Parts of the backup could not be deleted.',
      evidence: 'status.errors',
    },
    {
      code: 'VeleroDeleteRequestPhaseUnknown',
      cause: 'The phase has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
});
