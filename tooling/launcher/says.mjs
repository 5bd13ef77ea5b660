export const HELP = `Socle

  npm start [-- --port N]          the whole portal on the demo platform (default port 7007)
  npm test                         all tests
  npm run dev                      the portal with hot reload
  npm run verify                   types, lint, packages, formatting, API reports, docs
  npm run docs                     writes what of the documentation is made from the model
  npm run e2e                      journeys in Chromium, and the reader on a real API server where Go is
  npm run assess -- PATH…          judge manifests, dumps or a live cluster; see --help
  npm run verify-repo -- FOLDER    check the files of a GitOps repository; see --help
  npm run simulator -- …           Kubernetes API servers in memory; see --help
  npm run bench -- [NAME]          benchmarks, one line of JSON per figure
`;

/** Progress goes to standard error, so that standard output carries results alone. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

export function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exitCode = 2;
}

/** An error whose message is all that a person needs. */
export function problem(message) {
  return Object.assign(new Error(message), { forPeople: true });
}
