import { defineKind } from '../../definition/kind';
import { Link, linkByKey, linkTo } from '../../definition/link';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { Resource } from '../../definition/resource';
import { booleanAt, objectAt, RawObject, stringAt } from '../../reading/raw';
import { parseDuration, timeAt } from '../../reading/times';
import { quotedAt } from '../../reading/wording';
import { GROUP, serverLink, VELERO } from './api';
import { judgeLocation } from './backup-storage-location-health';

export type LocationFacts = {
  provider?: string;
  bucket?: string;
  prefix?: string;
  s3Url?: string;
  isDefault?: true;
  readOnly?: true;
  /** How often it is checked, in milliseconds; nought is never, absent is the server's own default. */
  validationMillis?: number;
  credential?: string;
  phase?: string;
  message?: string;
  lastValidation?: number;
  lastSynced?: number;
  trackingId?: string;
};

/** Where backups are kept: a bucket of an object store. */
export const backupStorageLocation = defineKind<LocationFacts>({
  ...VELERO,
  kind: 'BackupStorageLocation',
  plural: 'backupstoragelocations',
  entity: { type: 'backup-target' },
  title: 'Storage locations',
  project,
  provides: ({ meta, facts }) =>
    facts.isDefault ? [`veleroDefaultLocation:${meta.namespace ?? ''}`] : [],
  links: locationLinks,
  health: judgeLocation,
  reasons: [
    {
      code: 'VeleroLocationAvailable',
      cause: 'The storage location is reachable.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'VeleroLocationNotCheckedYet',
      cause: 'The storage location was never checked.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'VeleroLocationUnavailable',
      cause: 'The storage location cannot be used.',
      evidence: 'status.message',
    },
    {
      code: 'VeleroLocationCheckStale',
      cause: 'The server has stopped checking the storage location.',
      evidence: 'status.lastValidationTime',
    },
    {
      code: 'VeleroNoDefaultLocation',
      cause: 'No storage location is the default.',
      evidence: 'spec.default',
    },
    {
      code: 'VeleroLocationPhaseUnknown',
      cause: 'The phase has a value that is not known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
  shows: ['prefix', 's3Url', 'lastSynced', 'provider'],
});

function project(raw: RawObject): LocationFacts {
  const spec = objectAt(raw, 'spec');
  const unavailable = /^BackupStorageLocation "[^"]*" is unavailable: /;
  return {
    provider: stringAt(spec, 'provider'),
    bucket: stringAt(spec, 'objectStorage', 'bucket'),
    prefix: stringAt(spec, 'objectStorage', 'prefix'),
    s3Url: quotedAt(spec, 'config', 's3Url'),
    ...(booleanAt(spec, 'default') ? { isDefault: true } : {}),
    ...(stringAt(spec, 'accessMode') === 'ReadOnly' ? { readOnly: true } : {}),
    validationMillis: parseDuration(stringAt(spec, 'validationFrequency')),
    credential: stringAt(spec, 'credential', 'name'),
    phase: stringAt(raw, 'status', 'phase'),
    message: quotedAt(raw, 'status', 'message')?.replace(unavailable, ''),
    lastValidation: timeAt(raw, 'status', 'lastValidationTime'),
    lastSynced: timeAt(raw, 'status', 'lastSyncedTime'),
    trackingId: trackingIdOf(raw, GROUP, 'BackupStorageLocation'),
  };
}

function locationLinks({ meta, facts }: Resource<LocationFacts>): Link[] {
  const { namespace = '' } = meta;
  const links: Link[] = [serverLink(meta), ...managedBy(facts.trackingId)];
  if (facts.bucket && /(^|\/)aws$/.test(facts.provider ?? '')) {
    links.push(
      linkByKey(
        'bucket',
        `s3Bucket:${facts.bucket}`,
        ['garage.socle.dev/Bucket', 's3.socle.dev/Bucket'],
        'target',
      ),
    );
  }
  if (facts.credential) {
    links.push(
      linkTo(
        'usesSecret',
        { group: '', kind: 'Secret', namespace, name: facts.credential },
        'target',
      ),
    );
  }
  if (!facts.isDefault) {
    links.push(
      linkByKey('default', `veleroDefaultLocation:${namespace}`, [
        `${GROUP}/BackupStorageLocation`,
      ]),
    );
  }
  return links;
}
