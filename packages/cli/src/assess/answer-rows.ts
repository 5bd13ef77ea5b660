import {
  HealthStatus,
  healthRank,
  JsonValue,
} from '@socle/backstage-plugin-socle-common';
import {
  AnswerReading,
  healthOf,
  probedIdentity,
  refOf,
  Resource,
  SystemRegistry,
} from '@socle/backstage-plugin-socle-model';
import { AnswerEntry } from './judged-unit';
import { FILES, Row } from './row';

type Found = Pick<Row, 'ref' | 'health' | 'facts'>;

/** A recorded answer, and each thing inside it that has a state of its own. */
export function answerRows(
  entry: AnswerEntry,
  reading: AnswerReading | undefined,
  resources: ReadonlyMap<string, Resource>,
  registry: SystemRegistry,
): Found[] {
  const ref = { cluster: FILES, kind: 'HttpAnswer', name: entry.path };
  const { httpStatus } = entry.recorded;
  const status = httpStatus === undefined ? {} : { httpStatus };
  const whole = (health: Row['health'], facts = {}): Found => ({
    ref,
    health,
    facts: { ...status, ...facts },
  });
  if (!reading) {
    return [
      whole(
        unknown(
          'NotModelled',
          'No system here has such a request, or knows such an answer to it.',
        ),
      ),
    ];
  }
  const facts: Record<string, JsonValue> = { system: reading.system.id };
  if (reading.state === 'refused') {
    return [whole(unknown('RequestRefused', reading.message), facts)];
  }
  if (reading.state === 'unreadable') {
    return [
      whole(unknown('Unreadable', `Unreadable: ${reading.message}`), facts),
    ];
  }
  const { subject, items = [] } = reading.reading;
  const about = subject && resources.get(probedIdentity(subject));
  const found = [...new Set(items.map(probedIdentity))].flatMap(
    identity => resources.get(identity) ?? [],
  );
  const rows = found
    .filter(item => item !== about && hasState(item))
    .map(item => itemRow(item, entry, registry));
  if (about) {
    return [
      whole(told(about, registry), { ...facts, ...about.facts }),
      ...rows,
    ];
  }
  return [whole(worstOf(rows), facts), ...rows];
}

function itemRow(
  item: Resource,
  entry: AnswerEntry,
  registry: SystemRegistry,
): Found {
  const { apiVersion } = refOf(item, FILES);
  const { namespace, name } = item.meta;
  return {
    ref: {
      cluster: FILES,
      apiVersion,
      kind: 'HttpAnswer',
      name: entry.path,
      item: {
        kind: item.kind.kind,
        ...(namespace ? { namespace } : {}),
        name,
      },
    },
    health: told(item, registry),
    facts: item.facts,
  };
}

/** The health of an answer that is about nothing but its items; what is suspended on purpose does not count. */
function worstOf(items: readonly Found[]): Row['health'] {
  let worst: Found | undefined;
  for (const item of items) {
    if (item.health.flags?.includes('suspended')) continue;
    if (!worst || rank(item) < rank(worst)) worst = item;
  }
  worst ??= items[0];
  if (!worst) {
    return unknown('NoState', 'Nothing in this answer has a state of its own.');
  }
  const of = worst.ref.item!;
  return {
    ...worst.health,
    message:
      items.length > 1
        ? `${of.kind} ${of.name}: ${worst.health.message}`
        : worst.health.message,
  };
}

function rank({ health }: Found): number {
  return healthRank(health.status);
}

function hasState({ verdict, kind }: Resource): boolean {
  return !kind.stateless && verdict.reason !== 'NoState';
}

function told(resource: Resource, registry: SystemRegistry): Row['health'] {
  // Everything in a file holds since the file was written: a time of judging would say nothing.
  const { since: _since, ...health } = healthOf(resource, FILES, registry);
  return {
    ...health,
    reason: health.reason ?? '',
    message: health.message ?? '',
  };
}

function unknown(reason: string, message: string): Row['health'] {
  const status: HealthStatus = 'unknown';
  return { status, reason, message };
}
