export const REGLEMENT_TITLE = 'Règlement de fonctionnement des relais petite enfance';

/** The collectivité's règlement; the second version is the one in force. */
export const REGLEMENT_VERSIONS: readonly string[] = [
  `Les temps collectifs sont gratuits et se réservent auprès de l’équipe.
L’assistante maternelle reste responsable des enfants qu’elle accompagne.
En cas d’empêchement, elle prévient le relais.`,
  `Les temps collectifs sont gratuits et se réservent en ligne ou par téléphone.
L’assistante maternelle reste responsable des enfants qu’elle accompagne, avec l’accord écrit de leurs parents, qu’elle conserve.
Elle vient avec les enfants annoncés, et respecte l’âge et le nombre indiqués.
En cas d’empêchement, elle se désiste dès que possible : une autre attend peut-être sa place.
Les enfants malades restent au repos. Les téléphones aussi.
Ce qui se dit pendant les réunions et l’analyse de pratiques reste confidentiel.`,
];
