import { KubeObject } from '../../storage/object';
import { applicationObject } from '../build/argo-cd/application';
import { ObjectFactory } from '../build/object-factory';
import { DemoApplication, FollowedPlatform, DemoWorkload } from '../platform';
import { beforeTheHand, manifestText, yamlText } from './manifest-text';

/** What a chart makes by itself, and so does not stand in Git. */
const OF_THE_CHART = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Service',
  'PersistentVolumeClaim',
];

/** The files of one application, laid out as its pattern has it. */
export function appFiles(
  platform: FollowedPlatform,
  application: DemoApplication,
  managed: KubeObject[],
  make: ObjectFactory,
): Record<string, string> {
  const { name, pattern } = application;
  const folder = `apps/${name}`;
  return {
    [`${folder}/application.yaml`]: manifestText(
      applicationObject(platform, application, [], make),
    ),
    ...(pattern === 'A' ? withValues(folder, application) : {}),
    ...(pattern === 'C' ? wrapper(folder, application) : {}),
    ...manifests(companionsFolder(folder, application), application, managed),
  };
}

function companionsFolder(
  folder: string,
  { pattern, comparison }: DemoApplication,
): string {
  switch (pattern) {
    case 'A':
      return `${folder}/configs`;
    case 'B':
      return folder;
    case 'C':
      return `${folder}/templates`;
    default:
      // Where Argo CD finds no manifests, somebody has given their folder another name.
      return `${folder}/${comparison ? 'kubernetes' : 'manifests'}`;
  }
}

function withValues(
  folder: string,
  application: DemoApplication,
): Record<string, string> {
  return {
    [`${folder}/values.yaml`]: yamlText(valuesOf(application)),
    // Git keeps no empty folder, and Argo CD looks for this one.
    [`${folder}/configs/.gitkeep`]: '',
  };
}

function wrapper(
  folder: string,
  application: DemoApplication,
): Record<string, string> {
  const { name, title, chart = name, chartRepo, chartVersion } = application;
  const version = String(chartVersion);
  return {
    [`${folder}/Chart.yaml`]: yamlText({
      apiVersion: 'v2',
      name,
      description: title,
      type: 'application',
      version: '0.1.0',
      dependencies: [{ name: chart, version, repository: chartRepo }],
    }),
    [`${folder}/values.yaml`]: yamlText({ [chart]: valuesOf(application) }),
  };
}

/** The first workload's image and count stand at the top, those of the others below their names. */
function valuesOf({ workloads }: DemoApplication): object {
  const of = ({ image, replicas = 1, kind }: DemoWorkload) => {
    const colon = image.lastIndexOf(':');
    return {
      image: {
        repository: image.slice(0, colon),
        tag: image.slice(colon + 1),
      },
      ...(kind === 'DaemonSet' ? {} : { replicaCount: replicas }),
    };
  };
  const [first, ...others] = workloads;
  return {
    ...(first ? of(first) : {}),
    ...Object.fromEntries(
      others.map(workload => [workload.name, of(workload)]),
    ),
  };
}

function manifests(
  folder: string,
  { pattern, outOfSync = [] }: DemoApplication,
  managed: KubeObject[],
): Record<string, string> {
  const own = managed.filter(
    ({ kind }) => pattern === 'D' || !OF_THE_CHART.includes(kind),
  );
  return Object.fromEntries(
    own.map(object => {
      const { kind, metadata } = object;
      const changed = outOfSync.includes(`${kind}/${metadata.name}`);
      return [
        `${folder}/${kind.toLowerCase()}-${metadata.name}.yaml`,
        manifestText(changed ? beforeTheHand(object) : object),
      ];
    }),
  );
}
