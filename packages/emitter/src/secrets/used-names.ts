import { Path } from '../literals/find-literals';

/** A Secret that is named somewhere, and where. */
export interface UsedSecret {
  name: string;
  path: Path;
}

const EXISTING = /^existing\w*Secret\w*$/;
const ENDS_IN_KEY = /keys?$/i;

/**
 * The Secrets that values or manifests name, by the words that charts and Kubernetes use for it. Left out are those
 * that are optional, that pull images (a policy may copy them), and those of TLS (cert-manager makes them).
 */
export function usedSecrets(value: unknown): UsedSecret[] {
  const found: UsedSecret[] = [];
  const seen = new Set<object>();
  const add = (name: unknown, path: Path) => {
    if (typeof name === 'string' && isName(name)) {
      found.push({ name, path });
    }
  };
  const visit = (at: unknown, path: Path): void => {
    const key = path[path.length - 1];
    if (typeof at === 'string') {
      namesInText(at).forEach(name => found.push({ name, path }));
      return;
    }
    if (typeof at !== 'object' || at === null || seen.has(at)) {
      return;
    }
    seen.add(at);
    if (Array.isArray(at)) {
      at.forEach((item, index) => visit(item, [...path, index]));
      return;
    }
    const map = at as Record<string, unknown>;
    if (
      (key === 'secretKeyRef' ||
        key === 'secretRef' ||
        key === 'passwordFromSecret') &&
      map.optional !== true
    ) {
      add(map.name, [...path, 'name']);
    }
    if (key === 'secret' && map.optional !== true) {
      add(map.secretName, [...path, 'secretName']);
    }
    for (const [name, inner] of Object.entries(map)) {
      if (name === 'imagePullSecrets' || name === 'tls') {
        continue;
      }
      if (EXISTING.test(name) && !ENDS_IN_KEY.test(name)) {
        add(inner, [...path, name]);
      }
      visit(inner, [...path, name]);
    }
  };
  visit(value, []);
  return found;
}

/** The names that an embedded text gives after `secretRef` or `secretKeyRef`. */
function namesInText(text: string): string[] {
  if (!text.includes('\n') || !text.includes('secret')) {
    return [];
  }
  return [
    ...text.matchAll(
      /secret(?:Key)?Ref:\s*\n?\s*(?:key:\s*\S+\s+)?name:\s*["']?([a-z0-9.-]+)/g,
    ),
  ].map(match => match[1]);
}

function isName(text: string): boolean {
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(text);
}
