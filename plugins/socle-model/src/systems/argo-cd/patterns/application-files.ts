/**
 * Whether an include pattern of a directory source picks files that hold Applications: every name that it allows is
 * one by which such files go (`application.yaml`, `app.yaml`, `shop-app.yaml`, `applicationset.yaml`), or lies in a
 * folder called so.
 */
export function namesApplicationFiles(pattern: string | undefined): boolean {
  if (!pattern) {
    return false;
  }
  const names = alternatives(pattern);
  return names.length > 0 && names.every(isApplicationFile);
}

/** Whether an exclude pattern leaves out the Application's own file: the folder then holds it. */
export function excludesApplicationFile(pattern: string | undefined): boolean {
  return pattern !== undefined && alternatives(pattern).some(isApplicationFile);
}

const FILE =
  /^(.*[-_.*])?(app|apps|application|applications|appset|appsets|applicationset|applicationsets)([-_.*].*)?\.(ya?ml|json|\*)$/;
const FOLDER = /^(applications|applicationsets|appsets)$/;

function isApplicationFile(name: string): boolean {
  const parts = name.toLowerCase().split('/');
  const file = parts.pop() ?? '';
  return (
    FILE.test(file) ||
    (file.includes('*') && parts.some(part => FOLDER.test(part)))
  );
}

/** The alternatives of a glob with braces; a pattern that multiplies without end is no list of file names. */
function alternatives(pattern: string, budget = 200): string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/.exec(pattern);
  if (!match) {
    return pattern === '' ? [] : [pattern];
  }
  const [, before, inner, after] = match;
  const parts = inner.split(',');
  const share = Math.floor(budget / parts.length);
  return share === 0
    ? []
    : parts.flatMap(part =>
        alternatives(`${before}${part.trim()}${after}`, share),
      );
}
