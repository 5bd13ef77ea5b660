import { Resource } from '../../definition/resource';
import { degraded, HealthContext, Verdict } from '../../judging/verdict';
import { underWay } from './under-way';
import type { VolumeFacts } from './volume';
import type { VolumeAttachmentFacts } from './volume-attachment';
import { judgeBackingImage } from './volume-detached';
import { oneLine } from './wording';

/** Being created, attached or detached: on its way, unless Longhorn's VolumeAttachment says why it is not. */
export function judgeChanging(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = volume;
  const image = judgeBackingImage(volume, context);
  if (image) {
    return image;
  }
  const attachments = context.incoming<VolumeAttachmentFacts>(
    'attachmentOf',
    'longhorn.io/VolumeAttachment',
  );
  for (const attachment of attachments.items) {
    const refused = attachment.facts.tickets?.find(
      ticket => !ticket.satisfied && ticket.message,
    );
    if (refused?.message) {
      return degraded(
        'LonghornVolumeAttachStuck',
        `Cannot be attached to ${refused.nodeID ?? 'a node'}: ${oneLine(
          refused.message,
        )}.`,
        {
          evidence: [
            {
              of: attachment,
              path: `status.attachmentTicketStatuses[${refused.id}].conditions`,
              value: refused.message,
            },
          ],
        },
      );
    }
  }
  // What Kubernetes says of the attachment is told by the PersistentVolume.
  const refusing = context
    .incoming('volume', '/PersistentVolume')
    .items.find(
      ({ verdict }) => verdict.reason === 'PersistentVolumeAttachFailed',
    );
  if (refusing) {
    return degraded(
      'LonghornVolumeAttachStuck',
      `Cannot be attached: ${refusing.verdict.message.replace(
        /^VolumeAttachment: /,
        '',
      )}`,
      {
        evidence: [
          { of: refusing, path: 'status', value: refusing.verdict.reason },
        ],
      },
    );
  }
  const where = facts.nodeID ? ` ${facts.nodeID}` : ' its node';
  const words: Record<string, string> = {
    creating: 'Being created.',
    attaching: `Attaching to${where}.`,
    detaching: `Detaching from${where}.`,
  };
  return underWay(
    volume,
    context,
    'LonghornVolumeChanging',
    words[facts.state ?? ''] ?? 'Changing.',
    {
      evidence: [{ path: 'status.state', value: facts.state ?? null }],
      ...(facts.state === 'creating' && meta.created !== undefined
        ? { startedAt: meta.created }
        : {}),
    },
  );
}
