import { AREAS } from '@socle/backstage-plugin-socle-common';
import { SystemDefinition } from '@socle/backstage-plugin-socle-model';
import { plain } from './markdown-table';
import { Reason, runbookReasons } from './reason';

const INTRODUCTION = `# Runbooks

One for each reason that needs a remedy, by area: what it means, how to confirm it with commands that only read, how to
fix it, how to prevent it. Made from the model by \`npm run docs\`.
`;

/** docs/runbooks/index.md */
export function runbooksPage(
  systems: readonly SystemDefinition[],
  common: readonly Reason[],
): string {
  const reasons = runbookReasons(systems, common);
  const sections = AREAS.map(area => {
    const own = reasons
      .filter(reason => reason.area === area)
      .sort((a, b) => a.code.localeCompare(b.code))
      .map(
        ({ code, cause }) => `- [${code}](${area}/${code}.md): ${plain(cause)}`,
      );
    return own.length > 0 ? [`## ${capitalised(area)}`, own.join('\n')] : [];
  });
  return [INTRODUCTION, ...sections.flat(), ''].join('\n\n');
}

function capitalised(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}
