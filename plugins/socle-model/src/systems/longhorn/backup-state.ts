import { Resource } from '../../definition/resource';
import {
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatBytes } from '../../reading/quantities';
import { parseTime } from '../../reading/times';
import { saysNothing } from './state-table';
import { underWay } from './under-way';
import { oneLine } from './wording';

/** What an upload to the backup target says, be it of a volume or of a backing image. */
export type UploadFacts = {
  /** `''` stands for the state of one that was not begun yet. */
  state?: string;
  error?: string;
  progress?: number;
  backupCreatedAt?: string;
  size?: number;
};

/** Minutes for which an upload may stand at the same percentage. */
export const UPLOAD_PATIENCE_MINUTES = 60;

export function judgeUpload<F extends UploadFacts>(
  upload: Resource<F>,
  context: HealthContext,
  prefix: string,
): Verdict {
  const { facts, meta } = upload;
  const evidence = [
    { path: 'status.state', value: facts.state ?? null },
    ...(facts.error
      ? [{ path: 'status.error', value: oneLine(facts.error) }]
      : []),
  ];
  switch (facts.state) {
    case 'Completed': {
      const size =
        facts.size === undefined ? '' : `, ${formatBytes(facts.size)}`;
      return healthy(
        `${prefix}Completed`,
        `Taken ${facts.backupCreatedAt ?? 'at an unknown time'}${size}.`,
        { since: parseTime(facts.backupCreatedAt) ?? meta.created },
      );
    }
    case '':
    case 'Pending':
    case 'InProgress':
    case 'Deleting': {
      const percent = facts.progress ?? 0;
      const words: Record<string, string> = {
        InProgress: `Being uploaded (${percent} %).`,
        Deleting: 'Being deleted from the backup target.',
      };
      return underWay(
        upload,
        context,
        `${prefix}Running`,
        words[facts.state] ?? 'Waits to be started.',
        {
          evidence,
          // Nothing was uploaded since it was created.
          ...(percent === 0 && facts.state !== 'Deleting'
            ? { startedAt: meta.created }
            : {}),
        },
      );
    }
    case 'Error':
      return failed(
        `${prefix}Failed`,
        `Failed: ${oneLine(facts.error ?? 'no cause given')}.`,
        { evidence, since: parseTime(facts.backupCreatedAt) ?? meta.created },
      );
    default:
      return unknown(`${prefix}StateUnknown`, saysNothing(facts.state), {
        evidence,
      });
  }
}
