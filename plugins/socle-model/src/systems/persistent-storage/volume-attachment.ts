import { defineKind } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { numberAt, RawObject, stringAt, valueAt } from '../../reading/raw';
import { formatTime, timeAt } from '../../reading/times';
import { quotedAt } from '../../reading/wording';

const MINUTE = 60_000;

/** gRPC code of an attach error that says that the node takes no more volumes of the driver. */
const RESOURCE_EXHAUSTED = 8;

type AttachmentError = { says: string; at?: number; code?: number };

export type AttachmentFacts = {
  attacher?: string;
  node?: string;
  volume?: string;
  attached?: boolean;
  attachError?: AttachmentError;
  detachError?: AttachmentError;
};

/** A volume on its way to a node, on it, or on its way off. */
export const volumeAttachment = defineKind<AttachmentFacts>({
  group: 'storage.k8s.io',
  kind: 'VolumeAttachment',
  plural: 'volumeattachments',
  versions: ['v1'],
  namespaced: false,
  title: 'Attachments',
  judgesDeletion: true,
  patienceMinutes: 0,
  project: projectAttachment,
  links: attachmentLinks,
  health: judgeAttachment,
  reasons: [
    {
      code: 'VolumeDetachFailed',
      cause: 'The volume cannot be detached from the node.',
      evidence: 'status.detachError',
    },
    {
      code: 'VolumeDetaching',
      cause: 'The volume is being detached.',
      evidence: 'metadata.deletionTimestamp',
      remedy: false,
    },
    {
      code: 'VolumeOnSilentNode',
      cause: 'The volume is attached to a node that does not answer.',
      evidence: 'status.attached',
    },
    {
      code: 'VolumeAttached',
      cause: 'The volume is attached to the node.',
      evidence: 'status.attached',
      remedy: false,
    },
    {
      code: 'VolumeAttachFailed',
      cause: 'The volume cannot be attached to the node.',
      evidence: 'status.attachError',
    },
    {
      code: 'VolumeAttachLimit',
      cause: 'The node holds as many volumes of the driver as it can.',
      evidence: 'status.attachError.errorCode',
    },
    {
      code: 'VolumeAttaching',
      cause: 'The volume is being attached.',
      evidence: 'status.attached',
      remedy: false,
    },
    {
      code: 'VolumeAttachSlow',
      cause: 'Attaching takes long, and no error is reported.',
      evidence: 'status.attached',
    },
    {
      code: 'VolumeAttachmentUnclear',
      cause: 'The attachment does not say whether the volume is attached.',
      evidence: 'status.attached',
    },
  ],
});

function projectAttachment(raw: RawObject): AttachmentFacts {
  const attached = valueAt(raw, 'status', 'attached');
  return {
    attacher: stringAt(raw, 'spec', 'attacher'),
    node: stringAt(raw, 'spec', 'nodeName'),
    volume: stringAt(raw, 'spec', 'source', 'persistentVolumeName'),
    ...(typeof attached === 'boolean' ? { attached } : {}),
    ...errorAt(raw, 'attachError'),
    ...errorAt(raw, 'detachError'),
  };
}

function errorAt(
  raw: RawObject,
  field: 'attachError' | 'detachError',
): { [name in typeof field]?: AttachmentError } {
  const says = quotedAt(raw, 'status', field, 'message');
  const at = timeAt(raw, 'status', field, 'time');
  const code = numberAt(raw, 'status', field, 'errorCode');
  if (says === undefined && at === undefined && code === undefined) {
    return {};
  }
  return {
    [field]: {
      says: says ?? 'the driver gives no message',
      ...(at === undefined ? {} : { at }),
      ...(code === undefined ? {} : { code }),
    },
  };
}

function attachmentLinks({ facts }: Resource<AttachmentFacts>): Link[] {
  const { volume, node } = facts;
  return [
    ...(volume
      ? [
          linkTo(
            'attaches',
            { group: '', kind: 'PersistentVolume', name: volume },
            'source' as const,
          ),
        ]
      : []),
    ...(node
      ? [
          linkTo('attachedTo', { group: '', kind: 'Node', name: node }),
          linkTo('csiNode', {
            group: 'storage.k8s.io',
            kind: 'CSINode',
            name: node,
          }),
        ]
      : []),
  ];
}

function judgeAttachment(
  attachment: Resource<AttachmentFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = attachment;
  const node = facts.node ?? 'its node';
  const attached = { path: 'status.attached', value: facts.attached ?? null };
  if (meta.deleting !== undefined) {
    return detaching(attachment, meta.deleting);
  }
  if (facts.attached) {
    const silent = nodeSilent(context);
    return silent
      ? unknown(
          'VolumeOnSilentNode',
          `Attached to ${node}, which ${silent}; it is detached by force after 6 min only where the pod is gone or the node has the out-of-service taint.`,
          { evidence: [attached] },
        )
      : healthy('VolumeAttached', `Attached to ${node}.`);
  }
  if (facts.attachError) {
    const { says, at, code } = facts.attachError;
    const since = at === undefined ? '' : `, last at ${formatTime(at)}`;
    const evidence = [
      attached,
      { path: 'status.attachError.message', value: says },
    ];
    return code === RESOURCE_EXHAUSTED
      ? failed(
          'VolumeAttachLimit',
          `Attach to ${node} fails${since}, as the node takes no more volumes of ${
            facts.attacher ?? 'this driver'
          }: ${says}.`,
          {
            evidence: [
              ...evidence,
              { path: 'status.attachError.errorCode', value: code },
            ],
          },
        )
      : failed(
          'VolumeAttachFailed',
          `Attach to ${node} fails${since}: ${says}.`,
          { evidence },
        );
  }
  if (facts.attached === undefined) {
    return unknown(
      'VolumeAttachmentUnclear',
      `The status does not say whether the volume is attached to ${node}.`,
      { evidence: [attached] },
    );
  }
  return attaching(attachment, context);
}

function detaching(
  { facts }: Resource<AttachmentFacts>,
  since: number,
): Verdict {
  const node = facts.node ?? 'its node';
  const evidence = [
    { path: 'metadata.deletionTimestamp', value: formatTime(since) },
  ];
  return facts.detachError
    ? degraded(
        'VolumeDetachFailed',
        `Detach from ${node} fails: ${facts.detachError.says}.`,
        {
          evidence: [
            ...evidence,
            {
              path: 'status.detachError.message',
              value: facts.detachError.says,
            },
          ],
        },
      )
    : progressing(
        'VolumeDetaching',
        `Detaching from ${node} since ${formatTime(since)}.`,
        {
          evidence,
          progressingSince: since,
        },
      );
}

function attaching(
  { facts, meta }: Resource<AttachmentFacts>,
  { now, thresholds }: HealthContext,
): Verdict {
  const node = facts.node ?? 'its node';
  const evidence = [{ path: 'status.attached', value: false }];
  const { created } = meta;
  const due =
    created === undefined
      ? undefined
      : created + thresholds.attachMinutes * MINUTE;
  return created !== undefined && due !== undefined && now > due
    ? degraded(
        'VolumeAttachSlow',
        `Attach to ${node} has been going on since ${formatTime(
          created,
        )}, and no error is reported.`,
        { evidence },
      )
    : progressing('VolumeAttaching', `Being attached to ${node}.`, {
        evidence,
        ...(due === undefined ? {} : { recheckAt: due + 1 }),
      });
}

function nodeSilent(context: HealthContext): string | undefined {
  const node = context.target('attachedTo');
  if (node?.state === 'absent') {
    return 'does not exist any more';
  }
  return node?.state === 'present' && node.resource.verdict.status === 'failed'
    ? 'does not answer'
    : undefined;
}
