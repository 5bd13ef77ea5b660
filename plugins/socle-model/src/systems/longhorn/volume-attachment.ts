import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import { NO_STATE } from '../../judging/judge';
import {
  degraded,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { condition } from '../../reading/conditions';
import {
  booleanAt,
  isObject,
  objectAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { longhornConditions } from './longhorn-conditions';
import { underWay } from './under-way';
import { oneLine } from './wording';

export type Ticket = {
  id: string;
  type?: string;
  nodeID?: string;
  satisfied: boolean;
  message?: string;
};

/** Who wants a volume attached where. Not to be taken for the VolumeAttachment of storage.k8s.io. */
export type VolumeAttachmentFacts = {
  volumeName?: string;
  /** Absent where neither wishes nor answers are told. */
  tickets?: Ticket[];
};

export const volumeAttachment = defineKind<VolumeAttachmentFacts>({
  ...LONGHORN,
  kind: 'VolumeAttachment',
  plural: 'volumeattachments',
  // A volume that nobody wants has neither tickets nor a status.
  statusless: true,
  project: raw => ({
    volumeName:
      stringAt(raw, 'spec', 'volume') ?? stringAt(raw, 'metadata', 'name'),
    tickets: ticketsOf(raw),
  }),
  links: of => inLonghorn('attachmentOf', of, 'Volume', of.facts.volumeName),
  health: judgeAttachment,
  reasons: [
    {
      code: 'LonghornAttachmentSatisfied',
      cause: 'The volume is attached where it is wanted.',
      evidence: 'status.attachmentTicketStatuses.*.satisfied',
      remedy: false,
    },
    {
      code: 'LonghornAttachmentNotWanted',
      cause: 'Nobody wants the volume attached.',
      evidence: 'spec.attachmentTickets',
      remedy: false,
    },
    {
      code: 'LonghornAttachmentWaits',
      cause: 'The volume is being attached.',
      evidence: 'status.attachmentTicketStatuses.*.satisfied',
      remedy: false,
    },
    {
      code: 'LonghornAttachmentRefused',
      cause: 'Longhorn says why it cannot attach the volume.',
      evidence: 'status.attachmentTicketStatuses.*.conditions',
    },
    {
      code: 'LonghornAttachmentStateUnknown',
      cause: 'The wishes cannot be read.',
      evidence: 'spec.attachmentTickets',
      remedy: false,
    },
  ],
});

function ticketsOf(raw: RawObject): Ticket[] | undefined {
  const wanted = valueAt(raw, 'spec', 'attachmentTickets');
  const answered = valueAt(raw, 'status', 'attachmentTicketStatuses');
  if (wanted !== undefined && wanted !== null && !isObject(wanted)) {
    throw new Error('spec.attachmentTickets is no map');
  }
  const none = isObject(answered) && Object.keys(answered).length === 0;
  if (!isObject(wanted) && !none) {
    return undefined;
  }
  const answers = objectAt(answered);
  return Object.entries(objectAt(wanted)).map(([id, ticket]) => {
    const answer = objectAt(answers, id);
    const satisfied = condition(
      longhornConditions(answer, 'conditions'),
      'Satisfied',
    );
    const message = satisfied?.message;
    const type = stringAt(ticket, 'type');
    const nodeID = stringAt(ticket, 'nodeID');
    return {
      id,
      ...(type ? { type } : {}),
      ...(nodeID ? { nodeID } : {}),
      satisfied: booleanAt(answer, 'satisfied') === true,
      ...(message ? { message } : {}),
    };
  });
}

function judgeAttachment(
  of: Resource<VolumeAttachmentFacts>,
  context: HealthContext,
): Verdict {
  const { tickets } = of.facts;
  if (!tickets) {
    return of.meta.hasStatus
      ? unknown(
          'LonghornAttachmentStateUnknown',
          'Neither who wants it attached nor where is told.',
          { evidence: [{ path: 'spec.attachmentTickets', value: null }] },
        )
      : NO_STATE;
  }
  if (tickets.length === 0) {
    return healthy(
      'LonghornAttachmentNotWanted',
      'Nobody wants the volume attached.',
    );
  }
  const open = tickets.filter(ticket => !ticket.satisfied);
  const evidence = open.map(ticket => ({
    path: `status.attachmentTicketStatuses.${ticket.id}.satisfied`,
    value: false,
  }));
  const refused = open.find(ticket => ticket.message);
  if (refused?.message) {
    return degraded(
      'LonghornAttachmentRefused',
      `${refused.type ?? 'A ticket'} wants it on ${
        refused.nodeID ?? 'a node'
      }: ${oneLine(refused.message)}.`,
      {
        evidence: [
          ...evidence,
          {
            path: `status.attachmentTicketStatuses.${refused.id}.conditions[type=Satisfied].message`,
            value: oneLine(refused.message),
          },
        ],
      },
    );
  }
  if (open.length > 0) {
    return underWay(
      of,
      context,
      'LonghornAttachmentWaits',
      `${open.length} of ${tickets.length} tickets are not yet satisfied.`,
      { evidence },
    );
  }
  const nodes = [...new Set(tickets.flatMap(ticket => ticket.nodeID ?? []))];
  return healthy(
    'LonghornAttachmentSatisfied',
    `Attached to ${nodes.join(', ') || 'the wanted node'}.`,
  );
}
