import path from 'node:path';
import {
  classifyApplication,
  contextFor,
  PatternContext,
  patternFacts,
  RawObject,
  stringAt,
} from '@socle/backstage-plugin-socle-model';
import { groupOf } from '@socle/backstage-plugin-socle-common';
import { Row } from '../assess/row';
import { InputFile } from '../input/read';
import { checkoutContext } from './checkout-context';
import { CheckoutFinder } from './checkout';

/**
 * The deployment pattern of each Application of the input, by what is known beside the object: the context that was
 * given, else the Git checkout that the file is in. Those of which nothing more is known are left out.
 */
export async function applicationFacts(
  inputs: readonly InputFile[],
  given: PatternContext | undefined,
): Promise<Map<RawObject, Row['facts']>> {
  const facts = new Map<RawObject, Row['facts']>();
  const checkouts = new CheckoutFinder();
  for (const { file, entries } of inputs) {
    for (const entry of entries) {
      if (entry.is !== 'object' || !isApplication(entry.raw)) {
        continue;
      }
      const context = given
        ? contextFor(given, {
            file,
            index: entry.document,
            name: stringAt(entry.raw, 'metadata', 'name'),
          })
        : await fromCheckout(file, entry.raw, checkouts);
      if (context) {
        facts.set(
          entry.raw,
          patternFacts(classifyApplication(entry.raw, context)),
        );
      }
    }
  }
  return facts;
}

function isApplication(raw: RawObject): boolean {
  return (
    groupOf(stringAt(raw, 'apiVersion') ?? '') === 'argoproj.io' &&
    ['Application', 'ApplicationSet'].includes(stringAt(raw, 'kind') ?? '')
  );
}

async function fromCheckout(
  file: string,
  raw: RawObject,
  checkouts: CheckoutFinder,
): Promise<PatternContext | undefined> {
  if (file === '-') {
    return undefined;
  }
  const checkout = await checkouts.around(path.resolve(file));
  return checkout && checkoutContext(checkout, raw);
}
