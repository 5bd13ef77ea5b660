import {
  companionFile,
  CompanionInput,
  companionRefusals,
  companionSchema,
} from '../companion/folder';
import { define } from '../emission/definition';
import { purposeName } from '../input/fields';
import { externalSecret, secretName } from '../secrets/external-secret';
import { requestJob } from './request-job';
import { count, oneOf, serviceName } from './service-fields';

/** @public A collection of vectors in the platform's Qdrant. */
export interface CollectionInput extends CompanionInput {
  /** With the name of the app it makes the name of the collection. */
  name: string;
  /** Dimensions of a vector, as the model that makes them says. */
  dimensions: number;
  distance?: 'Cosine' | 'Dot' | 'Euclid' | 'Manhattan';
  /** Copies of each shard; 2 where left out. */
  copies?: number;
  shards?: number;
}

const PURPOSE = 'qdrant';

/** Qdrant has no operator, and the providers of Terraform know its cloud alone: a Job asks for what is missing. */
export const collectionFiles = define<CollectionInput>({
  title: 'Qdrant collection',
  schema: companionSchema(
    'Qdrant collection',
    {
      name: purposeName,
      dimensions: count('Dimensions', 1, 65_536),
      distance: oneOf('Distance', 'Cosine', 'Dot', 'Euclid', 'Manhattan'),
      copies: count('Copies', 1, 9),
      shards: count('Shards', 1, 64),
    },
    ['name', 'dimensions'],
  ),
  refuse: companionRefusals,
  build(input, conventions) {
    const { app } = input;
    const collection = serviceName(app, input.name);
    const namespace = input.namespace ?? app;
    const at = `${conventions.vectors.url}/collections/${collection}`;
    const wanted = JSON.stringify({
      vectors: {
        size: input.dimensions,
        distance: input.distance ?? 'Cosine',
        on_disk: true,
      },
      shard_number: input.shards ?? 1,
      replication_factor: input.copies ?? 2,
    });
    return {
      files: [
        companionFile(
          input,
          `external-secret-${PURPOSE}`,
          externalSecret(
            app,
            namespace,
            { purpose: PURPOSE, keys: [{ key: 'api-key' }] },
            conventions,
          ),
          'The key of the API of Qdrant, from Vault; no value stands in Git.',
          conventions,
        ),
        companionFile(
          input,
          `job-collection-${input.name}`,
          requestJob(
            {
              name: `collection-${collection}`.slice(0, 63).replace(/-$/, ''),
              namespace,
              labels: { 'app.kubernetes.io/part-of': app },
              secret: { name: secretName(app, PURPOSE), key: 'api-key' },
              header: 'api-key: ',
              script: [
                `ask '${at}'`,
                'if [ "$code" = 404 ]; then',
                `  ask --request PUT --data '${wanted}' '${at}'`,
                'fi',
                'well',
              ],
            },
            conventions,
          ),
          'Asks Qdrant for the collection where it is missing. One that is there is left as it is: its vectors would be lost.',
          conventions,
        ),
      ],
      order: [
        `Who runs Qdrant writes a key of its API as api-key to ${conventions.vault.mount}/${app}/${PURPOSE} in Vault.`,
        `At the next sync the Job makes the collection ${collection} where it is missing.`,
      ],
    };
  },
});
