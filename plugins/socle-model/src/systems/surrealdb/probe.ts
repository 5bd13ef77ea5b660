import {
  HttpAnswer,
  probeObject,
  ProbeDefinition,
  ProbeReading,
  ProbeTarget,
} from '../../definition/probe';
import { isObject, RawObject, stringAt } from '../../reading/raw';

function reading(target: ProbeTarget, status: RawObject): ProbeReading {
  return {
    subject: probeObject('surrealdb', 'SurrealDB', target.name, target, {
      spec: { endpoints: [...target.endpoints] },
      status,
    }),
  };
}

function isEmpty(body: unknown): boolean {
  return body === undefined || body === null || body === '';
}

/** Other systems have a /health too: theirs says something, this one is empty or SurrealDB's own error. */
function readHealth({ httpStatus, body }: HttpAnswer, target: ProbeTarget) {
  const ownError =
    isObject(body) &&
    Number(body.code) === httpStatus &&
    stringAt(body, 'details') !== undefined;
  const ownText =
    typeof body === 'string' && /surreal|storage|forbidden/i.test(body);
  return isEmpty(body) || (httpStatus >= 400 && (ownError || ownText))
    ? reading(target, { health: httpStatus })
    : undefined;
}

function readStatus({ body }: HttpAnswer, target: ProbeTarget) {
  return isEmpty(body) ? reading(target, { alive: true }) : undefined;
}

function readVersion({ body }: HttpAnswer, target: ProbeTarget) {
  const version =
    typeof body === 'string' ? /^surrealdb-(\S+)/.exec(body.trim()) : undefined;
  return version ? reading(target, { version: version[1] }) : undefined;
}

export const surrealdbProbe: ProbeDefinition = {
  id: 'surrealdb',
  target: 'configured',
  credential: 'none',
  requests: [
    // First, for it says who answers: the others are answered with nothing where all is well.
    {
      id: 'version',
      path: /^\/version$/,
      asks: () => ['/version'],
      read: readVersion,
    },
    {
      id: 'health',
      path: /^\/health$/,
      asks: () => ['/health'],
      statuses: [403, 500],
      read: readHealth,
    },
    {
      id: 'status',
      path: /^\/status$/,
      asks: () => ['/status'],
      read: readStatus,
    },
  ],
};
