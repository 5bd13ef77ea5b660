import {
  booleanAt,
  isObject,
  numberAt,
  objectsAt,
  RawObject,
  stringAt,
  stringMapAt,
  valueAt,
} from '../../reading/raw';
import { decoded, eachOf, harborObject, whereAnswered } from './harbor-object';

/** The project settings that decide whether an image may be pulled; Harbor keeps them as words. */
const SETTINGS = [
  'public',
  'auto_scan',
  'prevent_vul',
  'severity',
  'enable_content_trust',
  'enable_content_trust_cosign',
  'proxy_speed_kb',
];

export const readProjects = eachOf((project, target) => {
  const name = stringAt(project, 'name');
  const metadata = stringMapAt(project, 'metadata');
  return name
    ? [
        harborObject(target, 'Project', name, {
          created: stringAt(project, 'creation_time'),
          spec: {
            id: numberAt(project, 'project_id'),
            registryId: numberAt(project, 'registry_id'),
            endpoints: [...target.endpoints],
            metadata: Object.fromEntries(
              SETTINGS.flatMap(setting =>
                metadata[setting] ? [[setting, metadata[setting]]] : [],
              ),
            ),
          },
          status: { repoCount: numberAt(project, 'repo_count') },
        }),
      ]
    : [];
});

export const readRegistries = eachOf((registry, target) => {
  const name = stringAt(registry, 'name');
  return name
    ? [
        harborObject(target, 'Registry', name, {
          created: stringAt(registry, 'creation_time'),
          spec: {
            id: numberAt(registry, 'id'),
            type: stringAt(registry, 'type'),
            url: stringAt(registry, 'url'),
            insecure: valueAt(registry, 'insecure'),
          },
          status: { status: valueAt(registry, 'status') },
        }),
      ]
    : [];
});

export const readQuotas = eachOf((quota, target) => {
  const project = stringAt(quota, 'ref', 'name');
  return project
    ? [
        harborObject(target, 'Quota', project, {
          spec: { hard: numberAt(quota, 'hard', 'storage') },
          status: { used: numberAt(quota, 'used', 'storage') },
        }),
      ]
    : [];
});

export const readRobots = eachOf((robot, target) => {
  const name = stringAt(robot, 'name');
  return name
    ? [
        harborObject(target, 'Robot', name, {
          created: stringAt(robot, 'creation_time'),
          spec: {
            level: stringAt(robot, 'level'),
            disable: booleanAt(robot, 'disable'),
            expiresAt: numberAt(robot, 'expires_at'),
            projects: projectsOf(robot),
          },
        }),
      ]
    : [];
});

function projectsOf(robot: RawObject): string[] {
  return objectsAt(robot, 'permissions').flatMap(permission => {
    const namespace = stringAt(permission, 'namespace');
    return stringAt(permission, 'kind') === 'project' && namespace
      ? [namespace]
      : [];
  });
}

/** A repository's name begins with its project's. */
export const readRepositories = eachOf((repository, target) => {
  const name = stringAt(repository, 'name');
  return name
    ? [
        harborObject(target, 'Repository', name, {
          created: stringAt(repository, 'creation_time'),
          spec: { updated: stringAt(repository, 'update_time') },
          status: {
            artifactCount: numberAt(repository, 'artifact_count'),
            pullCount: numberAt(repository, 'pull_count'),
          },
        }),
      ]
    : [];
});

/** `GET /projects/{name}/summary`, which has the project's quota. */
export const readSummary = whereAnswered(({ body, path }, target) => {
  const [, name] = /\/projects\/([^/]+)\/summary$/.exec(path) ?? [];
  return name && isObject(valueAt(body, 'quota'))
    ? {
        subject: harborObject(target, 'Quota', decoded(name), {
          spec: { hard: numberAt(body, 'quota', 'hard', 'storage') },
          status: { used: numberAt(body, 'quota', 'used', 'storage') },
        }),
      }
    : undefined;
});
