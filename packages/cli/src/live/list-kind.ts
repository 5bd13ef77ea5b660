import {
  objectsAt,
  RawObject,
  stringAt,
} from '@socle/backstage-plugin-socle-model';
import { ApiError, ApiServer } from './api-server';
import { ServedKind } from './served-kinds';

const PAGE = 500;
const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/** Lists all objects of a kind, page by page, and gives each page on so that nothing is kept that is not needed. */
export async function listKind(
  server: ApiServer,
  served: ServedKind & { state: 'served' },
  take: (items: RawObject[]) => void,
): Promise<void> {
  const { kind, version, plural } = served;
  const base = kind.group
    ? `/apis/${kind.group}/${version}`
    : `/api/${version}`;
  const accept = kind.metadataOnly ? METADATA_ONLY : undefined;
  let token: string | undefined;
  let restarted = false;
  let more = true;
  while (more) {
    const query = new URLSearchParams({ limit: String(PAGE) });
    if (kind.fieldSelector) query.set('fieldSelector', kind.fieldSelector);
    if (kind.labelSelector) query.set('labelSelector', kind.labelSelector);
    if (token) query.set('continue', token);
    try {
      const page = await server.get(`${base}/${plural}?${query}`, accept);
      take(objectsAt(page, 'items'));
      token = stringAt(page, 'metadata', 'continue');
      more = token !== undefined;
    } catch (error) {
      const expired = error instanceof ApiError && error.status === 410;
      if (!expired || !token || restarted) {
        throw error;
      }
      // Begin again, once. Objects that come twice are the same object.
      restarted = true;
      token = undefined;
    }
  }
}
