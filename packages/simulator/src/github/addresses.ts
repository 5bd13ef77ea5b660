/** Where the stand-in is reached, as GitHub Enterprise Server lays its addresses out. */
export class Addresses {
  constructor(readonly origin: string) {}

  get apiBase(): string {
    return `${this.origin}/api/v3`;
  }

  api(path: string): string {
    return `${this.apiBase}${path}`;
  }

  html(path: string): string {
    return `${this.origin}${path}`;
  }
}

/** A path whose segments are encoded, and its slashes not. */
export function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
