import { Link, linkByKey } from '../../definition/link';
import { isObject, RawObject, stringAt } from '../../reading/raw';

/** Where base backups and WAL go, as the in-tree configuration and the plugin's ObjectStore both have it. */
export type StoreConfig = {
  destination?: string;
  endpoint?: string;
  secrets?: string[];
};

export function readStoreConfig(config: RawObject): StoreConfig {
  const names = new Set<string>();
  for (const field of [
    's3Credentials',
    'azureCredentials',
    'googleCredentials',
  ]) {
    const credentials = config[field];
    for (const one of isObject(credentials) ? Object.values(credentials) : []) {
      const name = stringAt(one, 'name');
      if (name) names.add(name);
    }
  }
  const authority = stringAt(config, 'endpointCA', 'name');
  if (authority) names.add(authority);
  return {
    destination: stringAt(config, 'destinationPath'),
    endpoint: stringAt(config, 'endpointURL'),
    ...(names.size > 0 ? { secrets: [...names] } : {}),
  };
}

/** The bucket of an `s3://bucket/path`. */
export function bucketLink(destination: string | undefined): Link[] {
  const bucket = /^s3:\/\/([^/]+)/.exec(destination ?? '')?.[1];
  return bucket
    ? [
        linkByKey(
          'bucket',
          `s3Bucket:${bucket}`,
          ['garage.socle.dev/Bucket', 's3.socle.dev/Bucket'],
          'target',
        ),
      ]
    : [];
}
