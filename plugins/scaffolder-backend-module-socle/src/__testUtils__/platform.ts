import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { PlatformConventions } from '../conventions/platform-conventions';
import { GitopsRepository } from '../repository/gitops-repository';

/** Conventions of an invented platform. */
export function platformOf(conventions: JsonObject = {}): PlatformConventions {
  return PlatformConventions.fromConfig(
    new ConfigReader({
      socle: {
        conventions: {
          gitops: { repository: 'https://git.example.org/quay/fleet.git' },
          domains: [{ name: 'quay.example.org', listener: 'https' }],
          ...conventions,
        },
      },
    }),
  );
}

/** A repository with these files; one that cannot be read where there are none. */
export function repositoryOf(files?: Record<string, string>): GitopsRepository {
  return new GitopsRepository({
    readTree: async () => {
      if (!files) {
        throw new Error('Request failed, 503');
      }
      return {
        etag: '1',
        files: async () =>
          Object.entries(files).map(([path, content]) => ({
            path,
            content: async () => Buffer.from(content),
          })),
      };
    },
  } as unknown as ConstructorParameters<typeof GitopsRepository>[0]);
}
