import { POD_CAUSES_FR } from './causes-pods.fr';
import { SERVICE_CAUSES_FR } from './causes-services.fr';

/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  ...POD_CAUSES_FR,
  ...SERVICE_CAUSES_FR,
};
