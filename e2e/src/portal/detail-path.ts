import { Ref } from './answers';
import { CLUSTER } from './portal';

/** The address of a resource's page. */
export function detailPath({ apiVersion, kind, namespace, name }: Ref): string {
  const parts = apiVersion.split('/');
  const version = parts.pop();
  return [
    '/socle/explorer',
    CLUSTER,
    parts[0] ?? 'core',
    version,
    kind,
    namespace ?? '_',
    name,
  ].join('/');
}
