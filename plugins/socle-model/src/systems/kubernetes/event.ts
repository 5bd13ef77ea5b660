import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { cut, withoutCredentials } from '../../reading/conditions';
import { groupOf } from '@socle/backstage-plugin-socle-common';
import { numberAt, RawObject, stringAt } from '../../reading/raw';
import { timeAt } from '../../reading/times';

/** What an event says. `last` is the last time it was seen, `uid` that of the object it is about. */
export type EventFacts = {
  reason: string;
  type: string;
  note?: string;
  count?: number;
  last?: number;
  component?: string;
  uid?: string;
  about?: { group: string; kind: string; namespace?: string; name: string };
};

/** Events never decide a health: they name the cause of a state that was found otherwise. */
export const event = defineKind<EventFacts>({
  group: '',
  alsoIn: ['events.k8s.io'],
  kind: 'Event',
  plural: 'events',
  versions: ['v1'],
  namespaced: true,
  stateless: true,
  reads: [
    'reason',
    'type',
    'message',
    'note',
    'count',
    'deprecatedCount',
    'series',
    'lastTimestamp',
    'deprecatedLastTimestamp',
    'eventTime',
    'metadata.creationTimestamp',
    'reportingComponent',
    'reportingController',
    'source.component',
    'involvedObject',
    'regarding',
  ],
  project: raw => {
    const facts: EventFacts = {
      reason: stringAt(raw, 'reason') ?? '',
      type: stringAt(raw, 'type') ?? '',
    };
    // core/v1 and events.k8s.io/v1 are two faces of one store.
    const note = stringAt(raw, 'message') ?? stringAt(raw, 'note');
    if (note) facts.note = cut(withoutCredentials(note), 300);
    const count =
      numberAt(raw, 'series', 'count') ??
      numberAt(raw, 'count') ??
      numberAt(raw, 'deprecatedCount');
    if (count !== undefined) facts.count = count;
    const last = lastSeen(raw);
    if (last !== undefined) facts.last = last;
    const component =
      stringAt(raw, 'reportingComponent') ??
      stringAt(raw, 'reportingController') ??
      stringAt(raw, 'source', 'component');
    if (component) facts.component = component;
    const face =
      raw.involvedObject !== undefined ? 'involvedObject' : 'regarding';
    const uid = stringAt(raw, face, 'uid');
    if (uid) facts.uid = uid;
    const kind = stringAt(raw, face, 'kind');
    const name = stringAt(raw, face, 'name');
    if (kind && name) {
      const namespace = stringAt(raw, face, 'namespace');
      facts.about = {
        group: groupOf(stringAt(raw, face, 'apiVersion') ?? ''),
        kind,
        ...(namespace ? { namespace } : {}),
        name,
      };
    }
    return facts;
  },
  links: ({ facts }) => (facts.about ? [linkTo('involves', facts.about)] : []),
  shows: ['reason', 'type', 'note', 'count', 'last', 'component', 'uid'],
});

function lastSeen(raw: RawObject): number | undefined {
  return (
    timeAt(raw, 'series', 'lastObservedTime') ??
    timeAt(raw, 'lastTimestamp') ??
    timeAt(raw, 'deprecatedLastTimestamp') ??
    timeAt(raw, 'eventTime') ??
    timeAt(raw, 'metadata', 'creationTimestamp')
  );
}
