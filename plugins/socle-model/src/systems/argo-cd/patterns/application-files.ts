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

/** The alternatives of a glob with braces; nested braces are taken apart from the inside. */
function alternatives(pattern: string): string[] {
  let patterns = [pattern.replace(/\[yY\]|\[Yy\]/g, 'y')];
  for (let round = 0; round < 8; round += 1) {
    const next = patterns.flatMap(one => {
      const match = /^(.*?)\{([^{}]*)\}(.*)$/.exec(one);
      return match
        ? match[2]
            .split(',')
            .map(inner => `${match[1]}${inner.trim()}${match[3]}`)
        : [one];
    });
    if (
      next.length === patterns.length &&
      next.every((one, index) => one === patterns[index])
    ) {
      break;
    }
    // A pattern that multiplies without end is no list of file names.
    if (next.length > 200) {
      return [];
    }
    patterns = next;
  }
  return patterns.filter(one => one !== '');
}
