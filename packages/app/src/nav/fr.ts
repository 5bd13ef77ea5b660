export default {
  platform: 'Plateforme',
  storage: 'Stockage',
  dataServices: 'Données',
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
