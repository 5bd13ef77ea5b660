import { ResourceItem } from '@socle/backstage-plugin-socle-common';
import {
  Flags,
  HealthChip,
  ReasonCell,
} from '@socle/backstage-plugin-socle-react';

/** The state of an entity that is one resource. */
export function OneResource(props: { item: ResourceItem }) {
  const { health } = props.item;
  return (
    <>
      <HealthChip health={health} />
      <ReasonCell
        reason={health.reason}
        message={health.message}
        runbook={health.runbook}
      />
      <Flags flags={health.flags} />
    </>
  );
}
