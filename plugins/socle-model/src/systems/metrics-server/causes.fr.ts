/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  MetricsServed: 'L’API de métriques donne les consommations.',
  MetricsNotCollectedYet:
    'L’API de métriques répond et n’a encore rien mesuré.',
  MetricsStale: 'La dernière mesure de l’API de métriques est trop ancienne.',
  MetricsUnavailable: 'L’API de métriques est enregistrée et ne répond pas.',
  MetricsNotInstalled: 'Le cluster n’a pas d’API de métriques.',
  MetricsNotPermitted: 'La lecture de l’API de métriques n’est pas autorisée.',
  MetricsNotKnown: 'Ce que dit l’API de métriques n’est pas connu.',
  NodeMetricsCurrent: 'La consommation du nœud a été mesurée récemment.',
  NodeMetricsStale:
    'La dernière mesure de la consommation du nœud est trop ancienne.',
  NodeMetricsNotMeasured: 'La consommation du nœud n’a pas été mesurée.',
  PodMetricsCurrent: 'La consommation du pod a été mesurée récemment.',
  PodMetricsStale:
    'La dernière mesure de la consommation du pod est trop ancienne.',
  PodMetricsNotMeasured: 'La consommation du pod n’a pas été mesurée.',
};
