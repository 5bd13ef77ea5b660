/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  IngressServed:
    'Un contrôleur sert l’Ingress, et rien derrière lui n’est connu comme en échec.',
  IngressClassMissing: 'La classe que nomme l’Ingress n’existe pas.',
  IngressControllerDown:
    'Le contrôleur de la classe de l’Ingress ne tourne pas.',
  IngressBackendsDown: 'Rien ne répond derrière l’Ingress.',
  IngressBackendDown:
    'Une partie de ce qu’il y a derrière l’Ingress ne répond pas.',
  IngressCertificateMissing:
    'Le Secret qui contient le certificat de l’Ingress n’existe pas.',
  IngressAddressPending: 'Aucun contrôleur ne lui a donné d’adresse.',
  IngressAddressNotPublished:
    'Son contrôleur tourne et ne publie pas d’adresse pour l’Ingress, comme certains ne le font jamais.',
  IngressClassServed: 'Le contrôleur de la classe tourne.',
  IngressClassControllerDown:
    'Le contrôleur qui sert les Ingress de la classe ne tourne pas.',
  IngressClassControllerImpaired:
    'Le contrôleur de la classe tourne, mais pas comme il devrait.',
};
