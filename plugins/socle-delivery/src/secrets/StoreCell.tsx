import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { FactValue } from '@socle/backstage-plugin-socle-react';
import { textAt } from '../facts/read-fact';

/** The stores that something reads through; for a store itself, the provider behind it and its address. */
export function StoreCell(props: { facts: Record<string, JsonValue> }) {
  const { facts } = props;
  const provider = [textAt(facts, 'provider'), textAt(facts, 'server')]
    .filter(Boolean)
    .join(' ');
  return <FactValue name="stores" value={facts.stores ?? provider} />;
}
