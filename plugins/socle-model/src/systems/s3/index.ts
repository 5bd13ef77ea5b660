import { defineSystem } from '../../definition/system';
import { bucket } from './bucket';
import { CAUSES_FR } from './causes.fr';
import { endpoint } from './endpoint';
import { s3Probe } from './probe';

/** @public Any server that speaks S3, MinIO and RustFS above all. */
export const s3 = defineSystem({
  id: 's3',
  title: 'S3',
  area: 'storage',
  layer: 'platform',
  description:
    'Object storage that speaks S3, such as MinIO and RustFS: whether it answers and can write.',
  kinds: [endpoint, bucket],
  probes: [s3Probe],
  images: [
    'minio/minio',
    'minio/aistor/minio',
    'bitnami/minio',
    'rustfs/rustfs',
  ],
  translations: {
    fr: {
      description:
        'Stockage d’objets qui parle S3, comme MinIO et RustFS : répond-il, et peut-il écrire.',
      causes: CAUSES_FR,
    },
  },
});
