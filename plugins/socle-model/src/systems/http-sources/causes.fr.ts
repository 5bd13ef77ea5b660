/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  HttpSourceAnswering: 'Le système répond à tout ce qui lui est demandé.',
  HttpSourceFirstRound: 'Le système est interrogé pour la première fois.',
  HttpSourceIncomplete:
    'Le système répond, mais certaines requêtes sont refusées ou échouent.',
  HttpSourceRefused:
    'Le système n’accepte pas les identifiants avec lesquels il est interrogé.',
  HttpSourceFailing: 'Le système n’a pas répondu pendant un tour ou deux.',
  HttpSourceSilent:
    'Le système n’a pas répondu depuis plusieurs tours : son dernier état connu ne dit plus rien.',
  HttpSourceNeverAnswered: 'L’adresse n’a jamais donné de réponse.',
};
