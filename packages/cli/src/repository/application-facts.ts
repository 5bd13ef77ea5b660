import path from 'node:path';
import {
  ClassifiedApplication,
  classifyApplication,
  companionsOf,
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
 * given, else the Git checkout that the file is in; and whose second half it is, where another one of the input is the
 * first. Those of which nothing more is known are left out.
 */
export async function applicationFacts(
  inputs: readonly InputFile[],
  given: PatternContext | undefined,
): Promise<Map<RawObject, Row['facts']>> {
  const facts = new Map<RawObject, Row['facts']>();
  const all: Array<ClassifiedApplication & { raw: RawObject }> = [];
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
      const classification = classifyApplication(entry.raw, context);
      all.push({ raw: entry.raw, classification });
      if (context) {
        facts.set(entry.raw, patternFacts(classification));
      }
    }
  }
  for (const [half, whole] of companionsOf(all)) {
    const { raw } = all[half];
    facts.set(raw, {
      ...facts.get(raw),
      patternPartOf: stringAt(all[whole].raw, 'metadata', 'name') ?? null,
    });
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
