/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  GatewayClassAccepted: 'Un contrôleur s’occupe de la classe.',
  GatewayClassRefused:
    'Le contrôleur refuse la classe : ses paramètres ou sa version.',
  GatewayClassNotAnswered:
    'Aucun contrôleur n’a encore répondu pour la classe.',
  GatewayProgrammed: 'La passerelle écoute.',
  GatewayNotAnswered:
    'Le contrôleur n’a pas encore répondu pour la dernière définition.',
  GatewayRefused: 'Le contrôleur refuse la passerelle.',
  GatewayClassMissing: 'La classe que nomme la passerelle n’existe pas.',
  GatewayRefsUnresolved:
    'Quelque chose à quoi se réfère la passerelle est inutilisable.',
  GatewayNotProgrammed:
    'La passerelle n’écoute pas : le plus souvent, elle n’a pas d’adresse.',
  GatewayListenerBroken:
    'Un listener est refusé, en conflit ou sans son certificat.',
  GatewayListenerNotProgrammed: 'Un listener n’est pas en place.',
  GatewayListenersNotValid:
    'La passerelle est acceptée bien que certains listeners ne soient pas valides.',
  HTTPRouteAttached: 'Chaque passerelle que nomme la route l’accepte.',
  HTTPRouteNotAnswered: 'Aucun contrôleur n’a pris la route en charge.',
  HTTPRoutePending: 'Le contrôleur va mettre la route en place.',
  HTTPRouteNotAccepted: 'Aucune passerelle n’accepte la route.',
  HTTPRoutePartlyAccepted:
    'Certaines des passerelles n’acceptent pas la route.',
  HTTPRouteRefsUnresolved:
    'Une destination de la route manque ou n’est pas autorisée.',
  HTTPRoutePartiallyInvalid: 'Certaines règles de la route ont été écartées.',
  HTTPRouteParentSilent: 'Une passerelle que nomme la route n’a pas répondu.',
  HTTPRouteBackendsDown: 'Rien ne répond derrière la route.',
  HTTPRouteBackendDown:
    'Une partie de ce qu’il y a derrière la route ne répond pas.',
  GRPCRouteAttached: 'Chaque passerelle que nomme la route l’accepte.',
  GRPCRouteNotAnswered: 'Aucun contrôleur n’a pris la route en charge.',
  GRPCRoutePending: 'Le contrôleur va mettre la route en place.',
  GRPCRouteNotAccepted: 'Aucune passerelle n’accepte la route.',
  GRPCRoutePartlyAccepted:
    'Certaines des passerelles n’acceptent pas la route.',
  GRPCRouteRefsUnresolved:
    'Une destination de la route manque ou n’est pas autorisée.',
  GRPCRoutePartiallyInvalid: 'Certaines règles de la route ont été écartées.',
  GRPCRouteParentSilent: 'Une passerelle que nomme la route n’a pas répondu.',
  GRPCRouteBackendsDown: 'Rien ne répond derrière la route.',
  GRPCRouteBackendDown:
    'Une partie de ce qu’il y a derrière la route ne répond pas.',
  TLSRouteAttached: 'Chaque passerelle que nomme la route l’accepte.',
  TLSRouteNotAnswered: 'Aucun contrôleur n’a pris la route en charge.',
  TLSRoutePending: 'Le contrôleur va mettre la route en place.',
  TLSRouteNotAccepted: 'Aucune passerelle n’accepte la route.',
  TLSRoutePartlyAccepted: 'Certaines des passerelles n’acceptent pas la route.',
  TLSRouteRefsUnresolved:
    'Une destination de la route manque ou n’est pas autorisée.',
  TLSRoutePartiallyInvalid: 'Certaines règles de la route ont été écartées.',
  TLSRouteParentSilent: 'Une passerelle que nomme la route n’a pas répondu.',
  TLSRouteBackendsDown: 'Rien ne répond derrière la route.',
  TLSRouteBackendDown:
    'Une partie de ce qu’il y a derrière la route ne répond pas.',
};
