import { Conventions } from '../conventions/conventions';
import { JsonSchema } from '../input/json-schema';
import { EmittedFile, Refusal } from './emission';

/** Files, and what they claim for themselves alone. */
export interface Built {
  files: EmittedFile[];
  order: string[];
  /** A folder that belongs to what is emitted: nothing else may be in it. */
  folder?: string;
  /** Hosts that no other route may have. */
  hosts?: string[];
  /** Namespaces that no other file may make. */
  namespaces?: string[];
}

/** One kind of thing that can be emitted. */
export interface Definition<Input> {
  title: string;
  schema: JsonSchema;
  /** Refuses what the schema cannot. Only called with what the schema allows. */
  refuse(
    input: Input,
    conventions: Conventions,
    existing: ReadonlyMap<string, string>,
  ): Refusal[];
  /** Only called with what is not refused. */
  build(input: Input, conventions: Conventions): Built;
}

/** Ties a definition to the type of its input. */
export function define<Input>(
  definition: Definition<Input>,
): Definition<Input> {
  return definition;
}
