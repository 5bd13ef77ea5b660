import { record } from '../apps/app-schema';
import {
  companionFile,
  CompanionInput,
  companionRefusals,
  companionSchema,
} from '../companion/folder';
import { define } from '../emission/definition';
import { JsonSchema } from '../input/json-schema';
import { size } from '../input/fields';
import { externalSecret, secretName } from '../secrets/external-secret';
import { requestJob } from './request-job';
import { bucketName, count, oneOf } from './service-fields';

/** @public A bucket of the platform's Garage. */
export interface BucketInput extends CompanionInput {
  /** Its global alias. */
  bucket: string;
  /** Where writing ends. */
  maxSize?: string;
  maxObjects?: number;
  /** An access key that is there already, by its id: its secret is nobody's business here. */
  access?: { keyId: string; may?: 'read' | 'readWrite' };
}

const PURPOSE = 'garage-admin';

const keyId: JsonSchema = {
  type: 'string',
  title: 'Id of the access key',
  description:
    'The id of a key of Garage, never its secret: GK and 24 digits of hex.',
  pattern: '^GK[0-9a-f]{24}$',
};

const UNITS: Record<string, number> = { Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 };

/** Garage has no operator, and Git can hold no bucket: a Job asks its admin API for what is missing. */
export const bucketFiles = define<BucketInput>({
  title: 'Garage bucket',
  schema: companionSchema(
    'Garage bucket',
    {
      bucket: bucketName,
      maxSize: size,
      maxObjects: count('Objects, at most', 1, 1_000_000_000),
      access: record({ keyId, may: oneOf('May', 'read', 'readWrite') }, [
        'keyId',
      ]),
    },
    ['bucket'],
  ),
  refuse: companionRefusals,
  build(input, conventions) {
    const { app, bucket } = input;
    const namespace = input.namespace ?? app;
    const secret = secretName(app, PURPOSE);
    return {
      files: [
        companionFile(
          input,
          `external-secret-${PURPOSE}`,
          externalSecret(
            app,
            namespace,
            { purpose: PURPOSE, keys: [{ key: 'token' }] },
            conventions,
          ),
          'A token for the admin API of Garage, from Vault; no value stands in Git.',
          conventions,
        ),
        companionFile(
          input,
          `job-bucket-${bucket}`,
          requestJob(
            {
              name: `bucket-${bucket}`.slice(0, 63).replace(/-$/, ''),
              namespace,
              labels: { 'app.kubernetes.io/part-of': app },
              secret: { name: secret, key: 'token' },
              header: 'Authorization: Bearer ',
              script: script(input, conventions.objectStorage.garageAdmin),
            },
            conventions,
          ),
          'Asks Garage for the bucket where it is missing, and sets its quota. Deleting the file deletes no bucket.',
          conventions,
        ),
      ],
      order: [
        `Who runs Garage makes an admin token with the scope GetBucketInfo, CreateBucket, UpdateBucket, AllowBucketKey, and writes it as token to ${conventions.vault.mount}/${app}/${PURPOSE} in Vault.`,
        `At the next sync, and at each after it, the Job sees to the bucket ${bucket}.`,
      ],
    };
  },
});

function script(
  { bucket, maxSize, maxObjects, access }: BucketInput,
  admin: string,
): string[] {
  const quotas = JSON.stringify({
    quotas: {
      maxSize: maxSize === undefined ? null : bytes(maxSize),
      maxObjects: maxObjects ?? null,
    },
  });
  return [
    `ask '${admin}/v2/GetBucketInfo?globalAlias=${bucket}'`,
    'if [ "$code" = 404 ]; then',
    `  ask --request POST --data '{"globalAlias":"${bucket}"}' '${admin}/v2/CreateBucket'`,
    'fi',
    'well',
    'grep -o \'"id": *"[0-9a-f]*"\' /tmp/answer | head -n 1 | grep -o \'[0-9a-f]\\{64\\}\' > /tmp/id',
    'read -r id < /tmp/id',
    `ask --request POST --data '${quotas}' "${admin}/v2/UpdateBucket?id=$id"`,
    'well',
    ...(access
      ? [
          `ask --request POST --data "{\\"bucketId\\":\\"$id\\",\\"accessKeyId\\":\\"${
            access.keyId
          }\\",\\"permissions\\":{\\"read\\":true,\\"write\\":${
            access.may !== 'read'
          },\\"owner\\":false}}" '${admin}/v2/AllowBucketKey'`,
          'well',
        ]
      : []),
  ];
}

function bytes(text: string): number {
  return Number(text.slice(0, -2)) * UNITS[text.slice(-2)];
}
