import { defineKind } from '../../definition/kind';
import { Link, linkByKey, linkTo } from '../../definition/link';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { Resource } from '../../definition/resource';
import { objectAt, stringAt } from '../../reading/raw';
import {
  judgeValidation,
  KASTEN,
  readValidation,
  ValidationFacts,
  validationReasons,
} from './validation';

export type ProfileFacts = ValidationFacts & {
  type?: string;
  bucket?: string;
  secret?: string;
  secretNamespace?: string;
  trackingId?: string;
};

/** Where backups go, and the credentials for it. */
export const profile = defineKind<ProfileFacts>({
  ...KASTEN,
  kind: 'Profile',
  plural: 'profiles',
  title: 'Location profiles',
  project: raw => {
    const location = objectAt(raw, 'spec', 'locationSpec');
    const secret = objectAt(location, 'credential', 'secret');
    return {
      ...readValidation(raw),
      type: stringAt(location, 'type') ?? stringAt(raw, 'spec', 'type'),
      ...(stringAt(location, 'objectStore', 'objectStoreType') === 'S3'
        ? { bucket: stringAt(location, 'objectStore', 'name') }
        : {}),
      secret: stringAt(secret, 'name'),
      secretNamespace: stringAt(secret, 'namespace'),
      trackingId: trackingIdOf(raw, KASTEN.group, 'Profile'),
    };
  },
  links: profileLinks,
  health: of => judgeValidation(of, 'K10Profile'),
  reasons: validationReasons('K10Profile', 'profile'),
  shows: ['type'],
});

function profileLinks({ facts, meta }: Resource<ProfileFacts>): Link[] {
  const { bucket, secret: name, secretNamespace } = facts;
  const links: Link[] = managedBy(facts.trackingId);
  if (bucket) {
    links.push(
      linkByKey(
        'bucket',
        `s3Bucket:${bucket}`,
        ['garage.socle.dev/Bucket', 's3.socle.dev/Bucket'],
        'target',
      ),
    );
  }
  if (name) {
    const namespace = secretNamespace ?? meta.namespace;
    links.push(
      linkTo(
        'usesSecret',
        { group: '', kind: 'Secret', namespace, name },
        'target',
      ),
    );
  }
  return links;
}
