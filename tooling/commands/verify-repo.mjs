import { tool } from '../launcher/tool.mjs';

const cli = tool('cli', 'packages/cli/src/main.ts');

export const run = args => cli(['verify-repo', ...args]);
