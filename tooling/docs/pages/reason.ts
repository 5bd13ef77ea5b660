import { SystemDefinition } from '@socle/backstage-plugin-socle-model';

/** A reason as the model states it. */
export interface Reason {
  code: string;
  cause: string;
  evidence: string;
  remedy?: boolean;
}

/** The area whose folder holds the runbooks of the reasons that any kind can be given. */
export const COMMON_AREA = 'cluster';

/** Reasons that need a remedy and so have a runbook. */
export function needsRunbook(reason: Reason): boolean {
  return reason.remedy !== false;
}

/** Path of a reason's runbook below docs/. */
export function runbookPath(area: string, reason: Reason): string {
  return `runbooks/${area}/${reason.code}.md`;
}

/** A reason that needs a remedy, and where its runbook is. */
export interface RunbookReason extends Reason {
  area: string;
}

/** Every reason that must have a runbook. */
export function runbookReasons(
  systems: readonly SystemDefinition[],
  common: readonly Reason[],
): RunbookReason[] {
  const ofSystems = systems.flatMap(system =>
    system.kinds.flatMap(kind =>
      (kind.reasons ?? []).map(reason => ({ ...reason, area: system.area })),
    ),
  );
  const ofAll = common.map(reason => ({ ...reason, area: COMMON_AREA }));
  return [...ofSystems, ...ofAll].filter(needsRunbook);
}
