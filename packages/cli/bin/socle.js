#!/usr/bin/env node
const { existsSync } = require('node:fs');
const path = require('node:path');
const { spawnSync } = require('node:child_process');

const launcher = path.resolve(__dirname, '../../../tooling/launch.mjs');
const args = process.argv.slice(2);

// In the repository there is nothing built: the launcher makes what is needed. Published, `dist` is there.
if (existsSync(path.resolve(__dirname, '../src')) && existsSync(launcher)) {
  const { status } = spawnSync(process.execPath, [launcher, ...args], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 2;
} else {
  require('../dist/index.cjs.js')
    .main(args)
    .then(code => {
      process.exitCode = code;
    });
}
