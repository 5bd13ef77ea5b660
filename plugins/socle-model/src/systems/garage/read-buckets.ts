import { HttpAnswer, ProbeReading, ProbeTarget } from '../../definition/probe';
import {
  isObject,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { garageObject, refused, succeeded } from './garage-object';

/** `ListBuckets`, and `/v1/bucket?list`: the names, without figures. */
export function readBucketList(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (!succeeded(answer)) {
    return refused(answer, target);
  }
  const list = listOf(answer.body);
  return (
    list && { items: list.flatMap(bucket => bucketObject(target, bucket)) }
  );
}

/** `GetBucketInfo`, and `/v1/bucket?id=`. */
export function readBucketInfo(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (!succeeded(answer)) {
    return refused(answer, target);
  }
  const { body } = answer;
  const [subject] = bucketObject(target, body, {
    bytes: numberAt(body, 'bytes'),
    objects: numberAt(body, 'objects'),
    quotas: valueAt(body, 'quotas') === null ? {} : valueAt(body, 'quotas'),
    unfinishedMultipartUploadBytes: numberAt(
      body,
      'unfinishedMultipartUploadBytes',
    ),
    websiteAccess: valueAt(body, 'websiteAccess') === true,
    keys: objectsAt(body, 'keys')
      .map(key => stringAt(key, 'accessKeyId'))
      .filter(key => key !== undefined),
  });
  return subject ? { subject } : undefined;
}

function bucketObject(
  target: ProbeTarget,
  bucket: unknown,
  status?: RawObject,
): RawObject[] {
  const id = stringAt(bucket, 'id');
  if (!id) {
    return [];
  }
  const aliases = stringsAt(bucket, 'globalAliases').filter(Boolean);
  // A local alias holds for one key only, so that two buckets may share it.
  const local = [
    ...objectsAt(bucket, 'localAliases').map(one => stringAt(one, 'alias')),
    ...objectsAt(bucket, 'keys').flatMap(key =>
      stringsAt(key, 'bucketLocalAliases'),
    ),
  ].filter(alias => alias !== undefined);
  return [
    garageObject(target, 'Bucket', aliases[0] ?? id, {
      created: stringAt(bucket, 'created'),
      spec: { id, globalAliases: aliases, localAliases: [...new Set(local)] },
      ...(status ? { status } : {}),
    }),
  ];
}

/** `ListKeys`, and `/v1/key?list`, where keys did not expire. */
export function readKeyList(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (!succeeded(answer)) {
    return refused(answer, target);
  }
  const list = listOf(answer.body);
  return list && { items: list.flatMap(key => keyObject(answer, target, key)) };
}

/** `GetKeyInfo`, and `/v1/key?id=`. The secret key is left where it is. */
export function readKeyInfo(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (!succeeded(answer)) {
    return refused(answer, target);
  }
  const [subject] = keyObject(answer, target, answer.body);
  return subject ? { subject } : undefined;
}

function keyObject(
  answer: HttpAnswer,
  target: ProbeTarget,
  key: unknown,
): RawObject[] {
  const id = stringAt(key, 'id') ?? stringAt(key, 'accessKeyId');
  if (!id) {
    return [];
  }
  const name = stringAt(key, 'name');
  const everlasting = answer.path.startsWith('/v1/');
  return [
    garageObject(target, 'Key', name ? `${name}-${id}` : id, {
      created: stringAt(key, 'created'),
      spec: { accessKeyId: id },
      status: {
        expired: everlasting ? false : valueAt(key, 'expired'),
        expiration: everlasting ? null : valueAt(key, 'expiration'),
        ...(Array.isArray(valueAt(key, 'buckets'))
          ? { buckets: objectsAt(key, 'buckets').length }
          : {}),
        mayCreateBuckets:
          objectAt(key, 'permissions').createBucket === true || undefined,
      },
    }),
  ];
}

/** What is no list is no answer: what is known must not be taken for gone. */
function listOf(body: unknown): RawObject[] | undefined {
  return Array.isArray(body) ? body.filter(isObject) : undefined;
}
