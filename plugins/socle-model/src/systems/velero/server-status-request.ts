import { defineKind } from '../../definition/kind';
import { healthy, unknown } from '../../judging/verdict';
import { stringAt } from '../../reading/raw';
import { serverLink, VELERO } from './api';
import { definedInGit } from './defined-in-git';
import { waiting } from './waiting';

export type ServerStatusRequestFacts = {
  phase?: string;
  serverVersion?: string;
};

/** A question to the server, such as `velero version` asks. It answers within seconds, or does not run. */
export const serverStatusRequest = defineKind<ServerStatusRequestFacts>({
  ...VELERO,
  kind: 'ServerStatusRequest',
  plural: 'serverstatusrequests',
  project: raw => ({
    phase: stringAt(raw, 'status', 'phase'),
    serverVersion: stringAt(raw, 'status', 'serverVersion'),
  }),
  links: ({ meta }) => [serverLink(meta)],
  health: (of, context) => {
    const { phase, serverVersion } = of.facts;
    const evidence = [{ path: 'status.phase', value: phase ?? null }];
    const inGit = definedInGit(of.meta);
    if (inGit) {
      return inGit;
    }
    if (phase === undefined || phase === 'New') {
      return waiting(of, context, {
        reason: 'VeleroServerAsked',
        lateReason: 'VeleroServerSilent',
        message: 'The server has not answered',
        since: of.meta.created,
        limitMillis: context.thresholds.progressMinutes * 60_000,
        evidence,
      });
    }
    return phase === 'Processed'
      ? healthy(
          'VeleroServerAnswered',
          `The server answered as version ${serverVersion ?? 'unknown'}.`,
        )
      : unknown('VeleroServerStatusUnknown', `Phase "${phase}" is not known.`, {
          evidence,
        });
  },
  reasons: [
    {
      code: 'VeleroServerAsked',
      cause: 'The server was asked and has not answered yet.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'VeleroServerSilent',
      cause: 'The server does not answer.',
      evidence: 'status.phase',
    },
    {
      code: 'VeleroServerAnswered',
      cause: 'The server answered.',
      evidence: 'status.serverVersion',
      remedy: false,
    },
    {
      code: 'VeleroServerStatusUnknown',
      cause: 'The phase has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
});
