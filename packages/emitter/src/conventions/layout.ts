import { Conventions } from './conventions';

/** @public The four deployment patterns. */
export type Pattern = 'A' | 'B' | 'C' | 'D';

/** Paths of one app, from the root of the repository. */
export interface AppLayout {
  folder: string;
  application: string;
  values: string;
  chart: string;
  catalog: string;
  /** Where its companions lie. */
  companions: string;
}

/** Where the files of an app go. */
export function layoutOf(
  app: string,
  pattern: Pattern,
  { gitops, catalog }: Conventions,
): AppLayout {
  const folder = `${gitops.appsRoot}/${app}`;
  return {
    folder,
    application: `${folder}/${gitops.applicationFile}`,
    values: `${folder}/${gitops.valuesFile}`,
    chart: `${folder}/Chart.yaml`,
    catalog: `${folder}/${catalog.file}`,
    companions: companionsFolder(folder, pattern, gitops.configsFolder),
  };
}

function companionsFolder(
  folder: string,
  pattern: Pattern,
  configs: string,
): string {
  if (pattern === 'A') return `${folder}/${configs}`;
  return pattern === 'C' ? `${folder}/templates` : folder;
}
