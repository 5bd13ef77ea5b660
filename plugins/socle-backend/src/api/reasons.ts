import { ReasonsAnswer } from '@socle/backstage-plugin-socle-common';
import {
  languageOf,
  reasonsIn,
  SystemRegistry,
} from '@socle/backstage-plugin-socle-model';
import { Request, Router } from 'express';
import { Authorizer } from '../access/authorizer';

/** It changes only with the version of the model: a browser asks again after this long, and is told that nothing did. */
const FRESH_SECONDS = 300;

/** The language to answer in: that of the parameter where it is spoken, else English. */
export function languageAsked(
  registry: SystemRegistry,
  params: Request['query'],
): string {
  const [asked] = [params.language ?? []].flat().map(String);
  return languageOf(registry, asked);
}

/** What each reason means, in the reader's language. It tells nothing of any cluster. */
export function addReasons(
  router: Router,
  registry: SystemRegistry,
  authorizer: Authorizer,
): void {
  const answers = new Map<string, ReasonsAnswer>();
  const answerIn = (language: string): ReasonsAnswer => {
    let answer = answers.get(language);
    if (!answer) {
      const items = reasonsIn(registry, language);
      answer = { items, total: items.length, sources: [], language };
      answers.set(language, answer);
    }
    return answer;
  };
  router.get('/v1/reasons', async (request, response, next) => {
    try {
      await authorizer.mayView(request);
      // Express adds the ETag, and answers 304 to who has the same.
      response
        .set('Cache-Control', `private, max-age=${FRESH_SECONDS}`)
        .json(answerIn(languageAsked(registry, request.query)));
    } catch (error) {
      next(error);
    }
  });
}
