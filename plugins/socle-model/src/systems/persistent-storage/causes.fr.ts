import { CLAIM_CAUSES_FR } from './causes-claims.fr';
import { SNAPSHOT_CAUSES_FR } from './causes-snapshots.fr';
import { VOLUME_CAUSES_FR } from './causes-volumes.fr';

/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  ...CLAIM_CAUSES_FR,
  ...VOLUME_CAUSES_FR,
  ...SNAPSHOT_CAUSES_FR,
};
