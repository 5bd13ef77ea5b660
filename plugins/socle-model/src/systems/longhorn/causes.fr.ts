import { BACKUP_CAUSES_FR } from './causes-backups.fr';
import { NODE_CAUSES_FR } from './causes-nodes.fr';
import { VOLUME_CAUSES_FR } from './causes-volumes.fr';

/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  ...VOLUME_CAUSES_FR,
  ...NODE_CAUSES_FR,
  ...BACKUP_CAUSES_FR,
};
