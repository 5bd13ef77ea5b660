import { ResourceColumn } from '@socle/backstage-plugin-socle-react';

/** A column as narrow as its content allows, so that the reason has room for its sentence. */
export function narrow(column: ResourceColumn): ResourceColumn {
  return { ...column, width: '1%' };
}
