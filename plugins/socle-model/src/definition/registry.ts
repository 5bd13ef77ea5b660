import { groupOf } from '@socle/backstage-plugin-socle-common';
import { KindDefinition, KindId, kindId } from './kind';
import { ProbeDefinition } from './probe';
import { SystemDefinition } from './system';

/** @public A kind together with the system that defines it. */
export interface RegisteredKind {
  kind: KindDefinition;
  system: SystemDefinition;
}

/** @public A probe together with the system that defines it. */
export interface RegisteredProbe {
  probe: ProbeDefinition;
  system: SystemDefinition;
}

/**
 * The systems at hand, looked up by kind.
 * @public
 */
export class SystemRegistry {
  readonly systems: readonly SystemDefinition[];
  private readonly kinds = new Map<KindId, RegisteredKind>();
  private readonly otherForms = new Map<KindId, KindId>();
  private readonly probesById = new Map<string, RegisteredProbe>();

  /** Throws where two systems define the same kind or id, or the same probe. */
  constructor(systems: readonly SystemDefinition[]) {
    this.systems = systems;
    const ids = new Set<string>();
    for (const system of systems) {
      if (ids.has(system.id)) {
        throw new Error(`system ${system.id} is registered twice`);
      }
      ids.add(system.id);
      for (const kind of system.kinds) {
        const id = kindId(kind);
        const other = this.kinds.get(id);
        if (other) {
          throw new Error(
            `${id} is defined by both ${other.system.id} and ${system.id}`,
          );
        }
        this.kinds.set(id, { kind, system });
        for (const group of kind.alsoIn ?? []) {
          this.otherForms.set(kindId({ group, kind: kind.kind }), id);
        }
      }
      for (const probe of system.probes ?? []) {
        const other = this.probesById.get(probe.id);
        if (other) {
          throw new Error(
            `probe ${probe.id} is defined by both ${other.system.id} and ${system.id}`,
          );
        }
        this.probesById.set(probe.id, { probe, system });
      }
    }
  }

  /** The kind with this id, whatever its version. */
  get(id: KindId): RegisteredKind | undefined {
    return this.kinds.get(id);
  }

  /** The kind of an object as it names itself. */
  of(apiVersion: string, kind: string): RegisteredKind | undefined {
    const id: KindId = `${groupOf(apiVersion)}/${kind}`;
    return this.kinds.get(this.otherForms.get(id) ?? id);
  }

  all(): RegisteredKind[] {
    return [...this.kinds.values()];
  }

  /** The kinds that a cluster's API serves; the others are told by probes. */
  ofApi(): RegisteredKind[] {
    return this.all().filter(({ kind }) => kind.source !== 'probe');
  }

  /** The probe with this id: the key under `socle.probes`. */
  probeOf(id: string): RegisteredProbe | undefined {
    return this.probesById.get(id);
  }

  /** All probes, in the order of their systems. */
  probes(): RegisteredProbe[] {
    return [...this.probesById.values()];
  }
}
