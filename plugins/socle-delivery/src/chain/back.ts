/** The tab that lists what a chain was opened from. */
export function backFrom(
  view: 'delivery' | 'secret',
  kind: string,
): 'apps' | 'flux' | 'sources' | 'secrets' {
  if (view === 'secret') {
    return 'secrets';
  }
  switch (kind) {
    case 'Kustomization':
    case 'HelmRelease':
      return 'flux';
    case 'Application':
      return 'apps';
    default:
      return 'sources';
  }
}
