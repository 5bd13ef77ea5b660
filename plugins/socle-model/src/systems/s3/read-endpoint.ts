import {
  HttpAnswer,
  probeObject,
  ProbeReading,
  ProbeTarget,
} from '../../definition/probe';
import { booleanAt, RawObject, stringAt, stringsAt } from '../../reading/raw';

/** More buckets than this are not kept of what a stranger may list. */
const MOST_BUCKETS = 1000;

export function endpointObject(
  target: ProbeTarget,
  status: RawObject,
): RawObject {
  return probeObject('s3', 'Endpoint', target.name, target, {
    spec: { endpoints: [...target.endpoints] },
    status,
  });
}

/** The code of an S3 error (`AccessDenied`), whatever was asked: a server that gives one speaks S3. */
function errorCode(body: unknown): string | undefined {
  if (typeof body !== 'string' || !body.includes('<Error>')) {
    return undefined;
  }
  return /<Code>([A-Za-z0-9.]{1,64})<\/Code>/.exec(body)?.[1];
}

function spoken(
  { body }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const code = errorCode(body);
  return code
    ? { subject: endpointObject(target, { errorCode: code }) }
    : undefined;
}

/** `GET /` without a signature: as a rule AccessDenied, now and then the list of buckets. */
export function readRoot(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const { body, httpStatus } = answer;
  if (
    httpStatus !== 200 ||
    typeof body !== 'string' ||
    !body.includes('<ListAllMyBucketsResult')
  ) {
    return spoken(answer, target);
  }
  const names = [...body.matchAll(/<Name>([^<]{1,255})<\/Name>/g)]
    .slice(0, MOST_BUCKETS)
    .map(([, name]) => name);
  return {
    subject: endpointObject(target, { listed: names.length }),
    items: [...new Set(names)].map(name =>
      probeObject('s3', 'Bucket', name, target, {
        spec: { endpoint: target.name },
      }),
    ),
  };
}

/**
 * MinIO's questions (`/minio/health/…`) are answered by the status code alone, with an empty body. Another S3 server
 * takes them for an object in a bucket and answers with an S3 error.
 */
export function minioReader(
  field: 'live' | 'ready' | 'writeQuorum' | 'readQuorum',
): (answer: HttpAnswer, target: ProbeTarget) => ProbeReading | undefined {
  return (answer, target) => {
    const { body, httpStatus } = answer;
    const empty = body === undefined || body === null || body === '';
    if (!empty) {
      return readRustFs(answer, target) ?? spoken(answer, target);
    }
    switch (httpStatus) {
      case 200:
        return {
          subject: endpointObject(target, { product: 'MinIO', [field]: true }),
        };
      case 429:
        return {
          subject: endpointObject(target, { product: 'MinIO', busy: true }),
        };
      case 503:
        return {
          subject: endpointObject(target, { product: 'MinIO', [field]: false }),
        };
      default:
        return undefined;
    }
  };
}

/** RustFS names itself in the body. */
function readRustFs(
  { path, body, httpStatus }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (!stringAt(body, 'service')?.startsWith('rustfs')) {
    return undefined;
  }
  // Alive and ready are told apart: a server that is alive may say of itself that it is ready when it is not.
  const field = path.endsWith('/ready') ? 'readiness' : 'liveness';
  return {
    subject: endpointObject(target, {
      product: 'RustFS',
      version: stringAt(body, 'version'),
      [field]: {
        // The code is what load balancers go by: it outweighs the word.
        ready: httpStatus < 400 ? booleanAt(body, 'ready') : false,
        status: stringAt(body, 'status'),
        storage: booleanAt(body, 'details', 'storage', 'ready'),
        reasons: stringsAt(body, 'degradedReasons').slice(0, 10),
      },
    }),
  };
}

/** `/health` and `/health/ready`, which many servers have: only RustFS's own words and S3 errors count. */
export function readHealth(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  return readRustFs(answer, target) ?? spoken(answer, target);
}
