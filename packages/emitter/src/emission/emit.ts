import { Conventions } from '../conventions/conventions';
import { defaultConventions } from '../conventions/defaults';
import { JsonSchema } from '../input/json-schema';
import { sizeRefusals, withoutUnset } from '../input/size';
import { validate } from '../input/validate';
import { Definition } from './definition';
import { definitions, EmitInputs, EmitKind } from './definitions';
import { Emission, ExistingFiles, Refusal } from './emission';
import { existingRefusals } from './existing';

/** @public Everything that can be emitted. */
export const emitKinds = Object.keys(definitions) as EmitKind[];

/**
 * The JSON schema of the answers that a kind takes: for forms and actions. It refuses literal secrets by pattern.
 * @public
 */
export function inputSchema(kind: EmitKind): JsonSchema {
  return definitions[kind].schema;
}

/**
 * The files that answers lead to, or why there are none. The same answers always give the same bytes; a file that is
 * there already and says something else is never replaced.
 * @public
 */
export function emit<Kind extends EmitKind>(
  kind: Kind,
  input: EmitInputs[Kind],
  conventions: Conventions = defaultConventions,
  existing: ExistingFiles = new Map(),
): Emission {
  const definition: Definition<EmitInputs[Kind]> = definitions[kind];
  const tooLarge = sizeRefusals(input);
  if (tooLarge.length > 0) {
    return refused(tooLarge);
  }
  const answers = withoutUnset(input);
  const invalid = validate(definition.schema, answers);
  if (invalid.length > 0) {
    return refused(invalid);
  }
  const unwanted = definition.refuse(answers, conventions, existing);
  if (unwanted.length > 0) {
    return refused(unwanted);
  }
  const built = definition.build(answers, conventions);
  const inTheWay = existingRefusals(kind, built, existing);
  return inTheWay.length > 0
    ? refused(inTheWay)
    : { files: built.files, order: built.order, refusals: [] };
}

function refused(refusals: Refusal[]): Emission {
  return { files: [], order: [], refusals };
}
