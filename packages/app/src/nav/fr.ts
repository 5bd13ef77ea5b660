export default {
  platform: 'Plateforme',
  storage: 'Stockage',
  dataServices: 'Services de données',
  delivery: 'Livraison',
  catalog: 'Catalogue',
  apis: 'API',
  docs: 'Docs',
  create: 'Créer',
  search: 'Recherche',
  settings: 'Paramètres',
  catalogGraph: 'Graphe du catalogue',
  home: 'Socle, vue d’ensemble',
};
