import { AuditorService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { Resource } from '@socle/backstage-plugin-socle-model';
import { Request } from 'express';
import { dump } from 'js-yaml';
import { ClusterEngine } from '../engine/cluster-engine';
import { redact } from './redact';

/** Fetches one whole object on demand, for showing; each read is audited. */
export class RawReader {
  constructor(private readonly auditor: AuditorService) {}

  async yaml(
    request: Request,
    engine: ClusterEngine,
    resource: Resource,
  ): Promise<string> {
    const { kind, meta } = resource;
    const event = await this.auditor.createEvent({
      eventId: 'resource-read',
      severityLevel: 'low',
      request,
      meta: {
        cluster: engine.name,
        kind: kind.kind,
        namespace: meta.namespace,
        name: meta.name,
      },
    });
    try {
      const raw = await engine.fetch(resource);
      await event.success();
      return dump(redact(raw), { noRefs: true, lineWidth: 120 });
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error));
      await event.fail({ error: problem });
      throw new ServiceUnavailableError(
        `Cluster ${engine.name} did not give the object: ${problem.message}`,
      );
    }
  }
}
