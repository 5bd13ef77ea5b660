/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  K10PolicyValid: 'La politique est valide.',
  K10PolicyNotValidated: 'La politique n’a pas encore été validée.',
  K10PolicyInvalid: 'La politique a été refusée.',
  K10PolicyValidationUnknown:
    'La validation de la politique a une valeur inconnue.',
  K10PolicyPaused: 'Volontairement, aucune sauvegarde n’est faite.',
  K10ProfileValid: 'Le profil est valide.',
  K10ProfileNotValidated: 'Le profil n’a pas encore été validé.',
  K10ProfileInvalid: 'Le profil a été refusé.',
  K10ProfileValidationUnknown: 'La validation du profil a une valeur inconnue.',
};
